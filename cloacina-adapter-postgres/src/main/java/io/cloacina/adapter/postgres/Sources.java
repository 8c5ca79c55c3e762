package io.cloacina.adapter.postgres;

import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the driver's data sources. Values are set one by one, so that no text of the user's URL is ever parsed by the driver.
 */
final class Sources {

    private final PostgresConfig config;

    Sources(PostgresConfig config) {
        this.config = config;
    }

    /** For transactions of the work lane and for reads. */
    DataSource forWork() {
        return pooledOrDirect(config.socketTimeout());
    }

    /** For heartbeats, which give up earlier. */
    DataSource forHeartbeats() {
        return pooledOrDirect(config.heartbeatTimeout());
    }

    /** For migrations: past the pooler, and as patient as a migration needs. */
    DataSource forMigrations() {
        PGSimpleDataSource source = source(config.direct(), Duration.ZERO);
        source.setOptions(SessionSettings.ofMigration().asOptions());
        return source;
    }

    /** For a look at everything: past the pooler, and as long as it takes. */
    DataSource forVerification() {
        PGSimpleDataSource source = source(config.direct(), Duration.ZERO);
        source.setOptions(SessionSettings.ofVerification().asOptions());
        return source;
    }

    /** For announcements: past the pooler, on a connection that is silent for long. */
    DataSource forListening() {
        return source(config.direct(), config.socketTimeout());
    }

    private DataSource pooledOrDirect(Duration socketTimeout) {
        PGSimpleDataSource source = source(config.address(), socketTimeout);
        if (config.pooled()) {
            // a prepared statement lives in a session, and the next transaction may be in another one
            source.setPrepareThreshold(0);
        } else {
            source.setOptions(SessionSettings.within(socketTimeout).asOptions());
        }
        return source;
    }

    private PGSimpleDataSource source(PostgresAddress at, Duration socketTimeout) {
        var source = new PGSimpleDataSource();
        String host = at.host().contains(":") ? "[" + at.host() + "]" : at.host();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {at.port()});
        source.setDatabaseName(at.database());
        source.setUser(at.user());
        if (at.password() != null) {
            source.setPassword(at.password());
        }
        source.setApplicationName(config.applicationName());
        timeouts(source, socketTimeout);
        encryption(source);
        // the detail of an error carries the values of rows: keys, contexts
        source.setLogServerErrorDetail(false);
        return source;
    }

    private void timeouts(PGSimpleDataSource source, Duration socketTimeout) {
        int connect = (int) config.connectTimeout().toSeconds();
        source.setConnectTimeout(connect);
        source.setLoginTimeout(connect);
        source.setSocketTimeout((int) socketTimeout.toSeconds());
        source.setTcpKeepAlive(true);
    }

    private void encryption(PGSimpleDataSource source) {
        source.setSslMode(config.tls().mode());
        source.setChannelBinding(config.tls().channelBinding());
        if (config.tls().rootCertificate() != null) {
            source.setSslRootCert(config.tls().rootCertificate());
        }
    }
}
