package io.cloacina.jpa.internal;

import io.cloacina.jpa.ConnectionLanes;
import io.cloacina.jpa.SchemaName;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ExternalConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * What is said to EclipseLink beyond the properties: a pool per route, the schema of the entities, and that nothing is tried
 * a second time behind our back (a write that is repeated by the provider would be applied twice). No record: EclipseLink
 * asks for its hash code, and the JVM takes longer to make that of a record up than to open a connection.
 */
final class SessionSetup implements SessionCustomizer {

    static final Map<String, String> PROPERTIES = Map.of(
            PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false",
            PersistenceUnitProperties.DDL_GENERATION, PersistenceUnitProperties.NONE,
            PersistenceUnitProperties.WEAVING, "false",
            PersistenceUnitProperties.LOGGING_PARAMETERS, "false",
            PersistenceUnitProperties.LOGGING_LOGGER, EclipseLinkLog.class.getName());

    private final SchemaName schema;
    private final ConnectionLanes lanes;
    private final Set<Route> routes;

    /** @param routes by which the unit reaches the database */
    SessionSetup(SchemaName schema, ConnectionLanes lanes, Set<Route> routes) {
        this.schema = schema;
        this.lanes = lanes;
        this.routes = routes;
    }

    @Override
    public void customize(Session session) {
        ServerSession server = (ServerSession) session;
        DatabaseLogin login = (DatabaseLogin) server.getDatasourceLogin();
        login.setQueryRetryAttemptCount(0);
        login.setConnectionHealthValidatedOnError(false);
        login.setTableQualifier(schema.name().isEmpty() ? "" : '"' + schema.name() + '"');
        for (Route route : routes) {
            server.addConnectionPool(pool(route, server));
        }
    }

    private ExternalConnectionPool pool(Route route, ServerSession server) {
        DatabaseLogin login = (DatabaseLogin) server.getDatasourceLogin().clone();
        DataSource source = route.in(lanes);
        login.setConnector(new JNDIConnector(source));
        login.useExternalConnectionPooling();
        return new ExternalConnectionPool(route.name(), login, server);
    }
}
