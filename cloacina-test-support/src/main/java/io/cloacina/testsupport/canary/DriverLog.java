package io.cloacina.testsupport.canary;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Looks through what goes to java.util.logging past slf4j, at the levels that are on where nobody has set any: PostgreSQL's driver logs
 * there, and at its finest levels spells out every parameter, as the documentation says.
 */
final class DriverLog extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    private DriverLog() {}

    static void listen() {
        Logger.getLogger("").addHandler(new DriverLog());
    }

    @Override
    public void publish(LogRecord line) {
        Trap.look(line.getLevel() + " " + line.getLoggerName(), formatter.format(line));
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        // nothing is open
    }
}
