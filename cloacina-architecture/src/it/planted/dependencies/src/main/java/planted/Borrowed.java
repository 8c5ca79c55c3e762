package planted;

import org.slf4j.Logger;

final class Borrowed {
    private Borrowed() {}

    static void say(Logger log) {
        log.info("borrowed");
    }
}
