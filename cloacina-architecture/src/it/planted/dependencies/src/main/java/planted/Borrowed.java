package planted;

import org.slf4j.Logger;

/** Logs with what somebody else brought along. */
public final class Borrowed {
    private Borrowed() {}

    /** Says something. */
    public static void say(Logger log) {
        log.info("borrowed");
    }
}
