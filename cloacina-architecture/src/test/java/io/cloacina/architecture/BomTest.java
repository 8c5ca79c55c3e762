package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The BOM manages our published modules and nothing of anybody else. */
class BomTest {
    private final Document bom = read();

    /** With neither a parent nor an import, the written POM is the effective one: nothing else can add to it. */
    @Test
    void nothing_can_leak_into_the_bom() {
        assertThat(texts("parent")).isEmpty();
        assertThat(texts("scope")).doesNotContain("import");
        assertThat(texts("profile")).isEmpty();
    }

    @Test
    void the_bom_manages_each_published_module_and_no_foreign_group() {
        assertThat(managed("groupId")).containsOnly("io.cloacina");
        assertThat(managed("artifactId"))
                .containsExactlyInAnyOrderElementsOf(
                        Module.published().stream().map(Module::directory).toList());
        assertThat(managed("version")).containsOnly("${project.version}");
    }

    private List<String> managed(String tag) {
        return elements(bom.getElementsByTagName("dependency"))
                .map(dependency -> dependency.getElementsByTagName(tag).item(0).getTextContent())
                .toList();
    }

    private List<String> texts(String tag) {
        return elements(bom.getElementsByTagName(tag))
                .map(Element::getTextContent)
                .toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    private static Document read() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(House.root()
                            .resolve("cloacina-bom")
                            .resolve("pom.xml")
                            .toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The POM of the BOM cannot be read", e);
        }
    }
}
