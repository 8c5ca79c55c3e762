package io.cloacina.examples.checkup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads HTML pages as XML and looks into them. */
public final class Pages {

    private Pages() {}

    /** The page as a document; fails when it is not well-formed. */
    public static Document parse(String page) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("the page is not well-formed XML", e);
        }
    }

    /** Fails when the page would load anything or run anything. */
    public static void assertSelfContained(String page) {
        assertThat(page).doesNotContain("http:", "https:", "//cdn", "@import", "url(", "<script", "<link", "<iframe");
        Document document = parse(page);
        for (String name : List.of("src", "href", "srcset", "data", "action")) {
            assertThat(withAttribute(document, name)).as(name).isEmpty();
        }
    }

    /** The elements with exactly this class attribute. */
    public static List<Element> elementsOfClass(Document page, String name) {
        return withAttribute(page, "class").stream()
                .filter(element -> element.getAttribute("class").equals(name))
                .toList();
    }

    private static List<Element> withAttribute(Document page, String name) {
        NodeList all = page.getElementsByTagName("*");
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && element.hasAttribute(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
