package io.cloacina.adapter.postgres;

import io.cloacina.jpa.SchemaMigration;
import io.cloacina.jpa.SchemaName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Whether a role may begin a schema, asked before Flyway does it: Flyway tries ten times, a second apart, what is forbidden,
 * as if it were a race with another process.
 */
record RightToMigrate(SchemaName schema) {

    /** No row where the role may do it, or where the history is there: then the migrations tell for themselves. */
    private static final String LACKING = """
            select current_user, n.oid is null
            from (values (1)) as one
            left join pg_namespace as n on n.nspname = ?
            where not exists (select 1 from pg_class as c where c.relnamespace = n.oid and c.relname = ?)
                and not case
                    when n.oid is null then has_database_privilege(current_database(), 'create')
                    else has_schema_privilege(n.oid, 'usage') and has_schema_privilege(n.oid, 'create')
                end""";

    /** @throws io.cloacina.ports.StoreException.Unusable if the role may not */
    void require(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LACKING)) {
            statement.setString(1, schema.name());
            statement.setString(2, SchemaMigration.HISTORY);
            try (ResultSet lacking = statement.executeQuery()) {
                if (lacking.next()) {
                    throw refusal(lacking.getString(1), lacking.getBoolean(2));
                }
            }
        }
    }

    private RuntimeException refusal(String role, boolean schemaIsMissing) {
        return PostgresRefusal.of(
                "there is no schema of ours in " + schema + ", and the role " + role + " may not "
                        + (schemaIsMissing ? "create that schema" : "create tables there"),
                "let a role that may create tables open it once, or say schema=… if the tables are elsewhere");
    }
}
