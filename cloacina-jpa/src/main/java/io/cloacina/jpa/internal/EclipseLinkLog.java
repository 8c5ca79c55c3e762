package io.cloacina.jpa.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Sends EclipseLink's log to slf4j, one logger per category under {@code io.cloacina.eclipselink}, each level one lower than
 * it calls it: what goes wrong reaches the caller as an exception and is told there.
 */
public final class EclipseLinkLog extends AbstractSessionLog {

    private static final String ROOT = "io.cloacina.eclipselink";
    private static final Map<String, Logger> LOGGERS = new ConcurrentHashMap<>();

    /** Made by EclipseLink. */
    public EclipseLinkLog() {
        setLevel(SessionLog.ALL);
    }

    @Override
    public boolean shouldLog(int level, String category) {
        return logger(category).isEnabledForLevel(toSlf4j(level, category));
    }

    @Override
    public boolean shouldLog(int level) {
        return shouldLog(level, "");
    }

    @Override
    public void log(SessionLogEntry entry) {
        Logger logger = logger(entry.getNameSpace());
        Level level = toSlf4j(entry.getLevel(), entry.getNameSpace());
        if (logger.isEnabledForLevel(level)) {
            logger.atLevel(level).setCause(entry.getException()).log(formatMessage(entry));
        }
    }

    /** Asked several times for every statement, so loggers are looked up once. */
    private static Logger logger(@Nullable String category) {
        return LOGGERS.computeIfAbsent(
                category == null ? "" : category,
                name -> LoggerFactory.getLogger(name.isEmpty() ? ROOT : ROOT + '.' + name));
    }

    /** That the unit for statements has no entities is meant, and nobody need be told at each start. */
    static Level toSlf4j(int level, @Nullable String category) {
        return switch (SessionLog.METAMODEL.equals(category) ? SessionLog.FINE : level) {
            case SessionLog.SEVERE -> Level.WARN;
            case SessionLog.WARNING -> Level.INFO;
            case SessionLog.INFO, SessionLog.CONFIG -> Level.DEBUG;
            default -> Level.TRACE;
        };
    }
}
