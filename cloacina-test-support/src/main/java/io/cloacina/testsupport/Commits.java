package io.cloacina.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the commits of one connection: the driver spells the word once, and from then on names its statement. */
final class Commits {

    private static final Pattern SPELLED = Pattern.compile("(S_\\d+)\0COMMIT\0");

    private String statement = "COMMIT";

    /** Whether the answer to the last one is to be lost. */
    volatile boolean cutTheAnswer;

    boolean areIn(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        Matcher spelled = SPELLED.matcher(text);
        if (spelled.find()) {
            statement = spelled.group(1);
            return true;
        }
        return text.contains("\0" + statement + "\0");
    }
}
