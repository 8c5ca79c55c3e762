package io.cloacina.examples.checkup.repository;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;

/**
 * Something to tell about one file.
 *
 * @param path the file, relative to the repository
 * @param detail what was found, in words
 */
public record Finding(Kind kind, String path, String detail) implements Comparable<Finding> {

    /** The worst first. */
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::kind).thenComparing(Finding::path);

    private static final String SEPARATOR = "\t";
    private static final int PARTS = 3;

    /** What is wrong with a file. All but the first make it unverifiable. */
    public enum Kind {
        /** Its content is not what its checksum promises. */
        MISMATCH,
        /** It could not be read, or is gone since the scan. */
        UNREADABLE,
        /** Its checksum file holds no SHA-1. */
        BAD_CHECKSUM,
        /** It has no checksum file. */
        NO_CHECKSUM
    }

    /** A file, or a directory, that could not be read. */
    public static Finding unreadable(String path, IOException failure) {
        return new Finding(Kind.UNREADABLE, path, reasonOf(failure));
    }

    private static String reasonOf(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "gone since the scan";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    /** Reads what {@link #toLine()} wrote. */
    static Finding ofLine(String line) {
        String[] parts = line.split(SEPARATOR, PARTS);
        return new Finding(Kind.valueOf(parts[0]), PathText.read(parts[1]), PathText.read(parts[2]));
    }

    /** This finding as one line of a findings file. */
    String toLine() {
        return String.join(SEPARATOR, kind.name(), PathText.write(path), PathText.write(detail));
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
