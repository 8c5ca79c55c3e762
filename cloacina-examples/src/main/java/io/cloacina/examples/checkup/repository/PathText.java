package io.cloacina.examples.checkup.repository;

/**
 * A file's path as one printable line. File names may hold line breaks, control characters and broken Unicode; lists,
 * reports and JSON must not. Those characters and the backslash become {@code \}{@code uXXXX}, which {@link #read}
 * reverses.
 */
public final class PathText {

    private static final int HEX = 16;
    private static final int ESCAPE_LENGTH = 6;

    private PathText() {}

    /** The line for that path. */
    public static String write(String path) {
        StringBuilder line = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (isPair(path, i)) {
                line.append(c).append(path.charAt(++i));
            } else if (isPlain(c)) {
                line.append(c);
            } else {
                line.append(String.format("\\u%04x", (int) c));
            }
        }
        return line.toString();
    }

    /** The path that {@link #write} made this line of. */
    public static String read(String line) {
        StringBuilder path = new StringBuilder(line.length());
        int i = 0;
        while (i < line.length()) {
            if (line.charAt(i) == '\\') {
                path.append((char) Integer.parseInt(line, i + 2, i + ESCAPE_LENGTH, HEX));
                i += ESCAPE_LENGTH;
            } else {
                path.append(line.charAt(i++));
            }
        }
        return path.toString();
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    private static boolean isPlain(char c) {
        return c != '\\' && !Character.isISOControl(c) && !Character.isSurrogate(c) && c != '\u2028' && c != '\u2029';
    }
}
