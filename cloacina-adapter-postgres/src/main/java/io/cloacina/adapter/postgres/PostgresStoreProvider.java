package io.cloacina.adapter.postgres;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.spi.StoreProvider;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.ports.verify.Verification;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Opens stores on PostgreSQL 13 or newer, shared by any number of processes anywhere.
 *
 * <p>URLs are {@code postgres://user:password@host:5432/database?option=value}, the same with {@code postgresql://}, and {@code
 * jdbc:postgresql:…}; special characters as {@code %xx}, IPv6 addresses in brackets. User and database must be named; host
 * and port default to {@code localhost} and 5432.
 *
 * <table>
 * <caption>Options; names are compared without case and underscores, all others are refused</caption>
 * <tr><th>option</th><th>what, and advice</th><th>bounds</th><th>default</th></tr>
 * <tr><td>schema</td><td>holds our tables; one per tenant</td><td>[a-z_][a-z0-9_]{0,62}</td><td>cloacina</td></tr>
 * <tr><td>poolSize</td><td>connections at most, one of them for heartbeats alone; rarely worth raising</td><td>2 to 200</td>
 *     <td>10</td></tr>
 * <tr><td>connectTimeout</td><td>seconds until connecting, or waiting for a free connection, is given up</td>
 *     <td>1 to 300</td><td>10</td></tr>
 * <tr><td>socketTimeout</td><td>seconds of silence after which a connection is lost; limits of locks, statements and idle
 *     transactions follow from it; heartbeats use at most 10</td><td>3 to 3600</td><td>30</td></tr>
 * <tr><td>sslmode</td><td>as libpq; use verify-full</td><td>disable, allow, prefer, require, verify-ca, verify-full</td>
 *     <td>prefer</td></tr>
 * <tr><td>sslrootcert</td><td>file of certificates to trust</td><td>a readable file</td><td>the driver's</td></tr>
 * <tr><td>channelBinding</td><td>as libpq</td><td>disable, prefer, require</td><td>prefer</td></tr>
 * <tr><td>applicationName</td><td>shown in the server's list of sessions</td><td>1 to 63 characters, ASCII</td>
 *     <td>the runner's name</td></tr>
 * <tr><td>pooler</td><td>transaction when a pooler in that mode stands between: nothing is then asked of sessions, and the
 *     role must carry {@code synchronous_commit = on} and {@code default_transaction_isolation = 'read committed'}</td>
 *     <td>none, transaction</td><td>none</td></tr>
 * <tr><td>directHost, directPort</td><td>the server itself, past the pooler: for migrations, where there is something to
 *     migrate, and announcements</td>
 *     <td>a host; 1 to 65535</td><td>those of the URL</td></tr>
 * <tr><td>listen</td><td>whether announcements of other processes are listened to, on one connection more; without, their
 *     work is found by polling</td><td>on, off</td><td>on</td></tr>
 * <tr><td>user, password</td><td>instead of before the host</td><td></td><td></td></tr>
 * </table>
 *
 * <p>A commit that returned has been flushed by the server ({@code synchronous_commit} is never off). Thread-safe.
 */
public final class PostgresStoreProvider implements StoreProvider {

    private final UnaryOperator<DataSource> road;

    /** For {@link java.util.ServiceLoader}; does nothing. */
    public PostgresStoreProvider() {
        this(UnaryOperator.identity());
    }

    /** For tests that stand between pools and driver. */
    PostgresStoreProvider(UnaryOperator<DataSource> road) {
        this.road = road;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean accepts(StoreUrl url) {
        return PostgresUrl.accepts(url);
    }

    @Override
    public ExecutionStore open(StoreUrl url, StoreSettings settings) {
        return new Opening(PostgresConfig.of(url, settings), settings, road).open();
    }

    /** Past any pooler, as migrations are; also on a standby. */
    @Override
    public Verification verify(StoreUrl url, StoreSettings settings, int rows) {
        return new Opening(PostgresConfig.of(url, settings), settings, road).verify(rows);
    }
}
