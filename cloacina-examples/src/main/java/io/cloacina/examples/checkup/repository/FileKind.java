package io.cloacina.examples.checkup.repository;

import java.util.List;

/** What a file of a Maven repository is, judged by its name alone. */
public enum FileKind {
    /** What somebody built and somebody else depends on: a jar, a POM, Gradle metadata, any other attachment. */
    ARTIFACT,
    /** The {@code .sha1} sibling of another file. */
    CHECKSUM,
    /** What tools write for themselves (markers, metadata, signatures, other checksums): usually without a checksum. */
    BOOKKEEPING;

    /** The ending of a checksum file. */
    public static final String CHECKSUM_ENDING = ".sha1";

    private static final List<String> BOOKKEEPING_ENDINGS =
            List.of(".md5", ".sha256", ".sha512", ".asc", ".lastUpdated", ".repositories", ".part", ".lock", ".tmp");

    private static final List<String> BOOKKEEPING_NAMES =
            List.of("resolver-status.properties", "m2e-lastUpdated.properties", "archetype-catalog.xml");

    /** The kind of a file with this name (the last element of its path). */
    public static FileKind of(String name) {
        if (name.endsWith(CHECKSUM_ENDING)) {
            return CHECKSUM;
        }
        return isBookkeeping(name) ? BOOKKEEPING : ARTIFACT;
    }

    private static boolean isBookkeeping(String name) {
        return name.startsWith(".")
                || (name.startsWith("maven-metadata") && name.endsWith(".xml"))
                || BOOKKEEPING_NAMES.contains(name)
                || BOOKKEEPING_ENDINGS.stream().anyMatch(name::endsWith);
    }
}
