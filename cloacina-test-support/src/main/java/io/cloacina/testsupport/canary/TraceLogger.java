package io.cloacina.testsupport.canary;

import java.io.PrintWriter;
import java.io.Serial;
import java.io.StringWriter;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Looks through all it is given: message, error with its causes, thread and diagnostic context. */
final class TraceLogger extends LegacyAbstractLogger {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is printed, too: errors, or what a child process is to say. The property is that of slf4j-simple. */
    private static final int PRINTED = printed(System.getProperty("org.slf4j.simpleLogger.defaultLogLevel", "error"));

    private final LongAdder lines = new LongAdder();
    private final LongAdder errors = new LongAdder();

    /** What others log is theirs; statements, for one, have many lines. */
    private final boolean isOurs;

    TraceLogger(String name) {
        this.name = name;
        this.isOurs = name.startsWith("io.cloacina.") && !name.startsWith("io.cloacina.eclipselink");
    }

    private static int printed(String level) {
        return level.equals("off")
                ? Integer.MAX_VALUE
                : Level.valueOf(level.toUpperCase(Locale.ROOT)).toInt();
    }

    long lines() {
        return lines.sum();
    }

    long errors() {
        return errors.sum();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        lines.increment();
        errors.add(level == Level.ERROR ? 1 : 0);
        String message = MessageFormatter.basicArrayFormat(pattern, arguments);
        String error = thrown == null ? "" : printed(thrown);
        String where = level + " " + name;
        Trap.look(where, message);
        if (isOurs) {
            Trap.lookForForgery(where, message);
        }
        Trap.look(where, error);
        Trap.look("the thread's name at " + where, Thread.currentThread().getName());
        Trap.look("the diagnostic context at " + where, String.valueOf(MDC.getCopyOfContextMap()));
        if (level.toInt() >= PRINTED) {
            System.err.print(level + " " + name + " - " + message + System.lineSeparator() + error);
        }
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return true;
    }

    @Override
    public boolean isDebugEnabled() {
        return true;
    }

    @Override
    public boolean isInfoEnabled() {
        return true;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }
}
