package io.cloacina.adapter.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options of the driver that are refused with a reason of their own. Each was, or could be, a way from a URL into the process;
 * the allow-list in {@link PostgresOption} is what keeps them out, this list only explains.
 */
final class DriverOptions {

    private static final String LOADS_CLASS = "it makes the driver load a class by name";
    private static final String WRITES_FILE = "it makes the driver write to a file or change its logging";
    private static final String FIXED = "the store depends on its own setting";
    private static final Map<String, String> REASONS = reasons();

    private DriverOptions() {}

    /** Why an option is refused, or null when there is no special reason. */
    static @Nullable String reasonAgainst(String name) {
        return REASONS.get(PostgresOption.normal(name));
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        put(reasons, LOADS_CLASS, "socketFactory", "socketFactoryArg", "sslfactory", "sslfactoryarg");
        put(reasons, LOADS_CLASS, "sslhostnameverifier", "sslpasswordcallback", "authenticationPluginClassName");
        put(reasons, LOADS_CLASS, "xmlFactoryFactory", "connectExecutor", "jaasApplicationName", "gsslib");
        put(reasons, WRITES_FILE, "loggerFile", "loggerLevel", "logUnclosedConnections", "logServerErrorDetail");
        put(reasons, FIXED, "preferQueryMode", "stringtype", "prepareThreshold", "autosave", "readOnly", "options");
        put(reasons, FIXED, "assumeMinServerVersion", "replication", "adaptiveFetch", "defaultRowFetchSize");
        put(reasons, "the schema is named by 'schema', and no search path is used", "currentSchema", "searchpath");
        put(reasons, "it reads connection parameters from elsewhere", "service", "passfile");
        put(reasons, "use 'sslmode'", "ssl");
        return Map.copyOf(reasons);
    }

    private static void put(Map<String, String> reasons, String reason, String... names) {
        for (String name : names) {
            reasons.put(PostgresOption.normal(name), reason);
        }
    }
}
