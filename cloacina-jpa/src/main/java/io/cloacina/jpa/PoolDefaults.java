package io.cloacina.jpa;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/**
 * The pool's own defaults. A new configuration has taken over whatever the file says that the system property {@code
 * hikaricp.configurationFile} names. That file is about the host application's pools: its user and password are not for our
 * server, its SQL not for our connections, its class names not for us to load.
 */
final class PoolDefaults {

    private PoolDefaults() {}

    static void restore(HikariConfig config) {
        forgetTheDatabase(config);
        forgetTheSession(config);
        forgetTheClasses(config);
        config.setValidationTimeout(Duration.ofSeconds(5).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(10).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        config.setLeakDetectionThreshold(0);
        config.setInitializationFailTimeout(1);
        config.setAllowPoolSuspension(false);
        config.setRegisterMbeans(false);
    }

    private static void forgetTheDatabase(HikariConfig config) {
        config.setJdbcUrl(null);
        config.setUsername(null);
        config.setPassword(null);
        config.setDataSourceClassName(null);
        config.setDataSourceJNDI(null);
        config.getDataSourceProperties().clear();
    }

    private static void forgetTheSession(HikariConfig config) {
        config.setAutoCommit(true);
        config.setReadOnly(false);
        config.setIsolateInternalQueries(false);
        config.setCatalog(null);
        config.setSchema(null);
        config.setTransactionIsolation(null);
        config.setConnectionInitSql(null);
        config.setConnectionTestQuery(null);
    }

    private static void forgetTheClasses(HikariConfig config) {
        config.setCredentialsProvider(null);
        config.setExceptionOverrideClassName(null);
        config.setExceptionOverride(null);
        config.setMetricsTrackerFactory(null);
        config.setMetricRegistry(null);
        config.setHealthCheckRegistry(null);
        config.getHealthCheckProperties().clear();
        config.setScheduledExecutor(null);
        config.setThreadFactory(null);
    }
}
