package io.cloacina.examples.checkup.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SHA-1 of file contents, and the checksum files that Maven repositories keep beside their artifacts. */
public final class Sha1 {

    private static final int BUFFER = 64 * 1024;

    /** Enough for a checksum, a file name and a comment; a checksum file may be an error page of megabytes. */
    private static final int CHECKSUM_FILE_PREFIX = 4 * 1024;

    /** 40 hexadecimal digits alone, before a file name ({@code sha1sum}) or after one ({@code openssl}). */
    private static final Pattern DIGEST = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{40}(?![0-9A-Za-z])");

    private Sha1() {}

    /**
     * The digest of a file's content as 40 lower-case digits, read as a stream, so the size does not matter.
     *
     * @throws InterruptedException if the thread was interrupted: then the file is not to blame
     */
    public static String of(Path file) throws IOException, InterruptedException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                stopIfInterrupted(file);
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest, in lower case, that a checksum file holds, whatever stands around it; empty when it holds none. */
    public static Optional<String> promisedBy(Path checksumFile) throws IOException {
        try (InputStream content = Files.newInputStream(checksumFile, LinkOption.NOFOLLOW_LINKS)) {
            return digestIn(new String(content.readNBytes(CHECKSUM_FILE_PREFIX), StandardCharsets.ISO_8859_1));
        }
    }

    static Optional<String> digestIn(String text) {
        Matcher digest = DIGEST.matcher(text);
        return digest.find() ? Optional.of(digest.group().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-1, which every Java platform must have.", e);
        }
    }

    private static void stopIfInterrupted(Path file) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("Interrupted while reading " + file.getFileName());
        }
    }
}
