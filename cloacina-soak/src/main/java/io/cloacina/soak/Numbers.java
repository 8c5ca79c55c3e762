package io.cloacina.soak;

import java.util.List;
import java.util.regex.Pattern;

/** What another process says: a word, and numbers behind it. */
final class Numbers {

    private static final Pattern SPACE = Pattern.compile(" ");

    private Numbers() {}

    /** The numbers behind the first word. */
    static List<Long> in(String line) {
        return SPACE.splitAsStream(line).skip(1).map(Long::valueOf).toList();
    }
}
