package io.cloacina.testsupport.canary;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The logging of the tests: everything is logged down to level trace, looked through for secrets, and thrown away; only errors are
 * printed. A module's tests choose it by naming it under {@code META-INF/services}.
 */
public final class TraceLogging implements SLF4JServiceProvider {

    private static final Map<String, TraceLogger> LOGGERS = new ConcurrentHashMap<>();

    private final MDCAdapter diagnosticContext = new BasicMDCAdapter();
    private final IMarkerFactory markers = new BasicMarkerFactory();

    /** How many lines the loggers under that name have been given. */
    public static long linesOf(String prefix) {
        return sum(prefix, TraceLogger::lines);
    }

    /** How many of these were errors. */
    public static long errorsOf(String prefix) {
        return sum(prefix, TraceLogger::errors);
    }

    private static long sum(String prefix, ToLongFunction<TraceLogger> count) {
        return LOGGERS.values().stream()
                .filter(logger -> logger.getName().startsWith(prefix))
                .mapToLong(count)
                .sum();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return TraceLogging::logger;
    }

    private static Logger logger(String name) {
        return LOGGERS.computeIfAbsent(name, TraceLogger::new);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return diagnosticContext;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        DriverLog.listen();
    }
}
