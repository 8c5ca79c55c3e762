package io.cloacina.jpa.planted;

import java.util.logging.Logger;

/** Logs beside slf4j. */
public final class KitThatLogsItsOwnWay {
    final Logger log = Logger.getLogger("planted");
}
