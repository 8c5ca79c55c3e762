package io.cloacina.examples.checkup.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a-1.jar", "a-1.pom", "a-1.module", "a-1-sources.jar", "a-1.tar.gz", "a-1-site.xml", "no-ending"
            })
    void what_somebody_depends_on_is_an_artifact(String name) {
        assertThat(FileKind.of(name)).isEqualTo(FileKind.ARTIFACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-1.jar.sha1", "maven-metadata-central.xml.sha1"})
    void what_ends_with_sha1_is_a_checksum(String name) {
        assertThat(FileKind.of(name)).isEqualTo(FileKind.CHECKSUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_remote.repositories",
                "_maven.repositories",
                "a-1.pom.lastUpdated",
                "a-1.jar.md5",
                "a-1.jar.sha512",
                "a-1.jar.asc",
                "maven-metadata-central.xml",
                "resolver-status.properties",
                "a-1.jar.part",
                ".DS_Store"
            })
    void what_tools_write_for_themselves_is_bookkeeping(String name) {
        assertThat(FileKind.of(name)).isEqualTo(FileKind.BOOKKEEPING);
    }
}
