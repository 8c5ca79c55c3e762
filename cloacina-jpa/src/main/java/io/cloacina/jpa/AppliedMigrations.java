package io.cloacina.jpa;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what Flyway noted in a schema with the migrations of a folder, by name and Flyway's own checksum, without
 * starting Flyway: nearly always a database is up to date, and Flyway takes longer to find out than all else that opens it.
 * Whatever is not an exact match is Flyway's to judge.
 */
record AppliedMigrations(MigrationFolder folder, SchemaName schema) {

    private static final Logger LOG = LoggerFactory.getLogger(AppliedMigrations.class);
    private static final String NOTED =
            "select script, case when success and type = 'SQL' then checksum else 0 end from {schema}"
                    + SchemaMigration.HISTORY + " where type not in ('BASELINE', 'SCHEMA')";

    /** Whether each migration of the folder is noted as applied, as it is now, and no other one. */
    boolean areAllOf(Connection connection) {
        try {
            return noted(connection).equals(checksums());
        } catch (SQLException | IOException e) {
            LOG.debug("Whether the schema is up to date could not be told at a glance; Flyway looks", e);
            return false;
        }
    }

    /** What else may be noted, a baseline or the making of the schema, has no script. What failed or was undone counts as changed. */
    private Map<String, Integer> noted(Connection connection) throws SQLException {
        Map<String, Integer> noted = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(schema.in(NOTED))) {
            while (rows.next()) {
                noted.merge(rows.getString(1), rows.getInt(2), (one, another) -> 0);
            }
        }
        return noted;
    }

    private Map<String, Integer> checksums() throws IOException {
        Map<String, Integer> checksums = new TreeMap<>();
        for (String script : SchemaMigration.SCRIPTS) {
            checksums.put(script, checksum(script));
        }
        return checksums;
    }

    /** As Flyway has it: of the lines, whatever ends them. */
    private int checksum(String script) throws IOException {
        CRC32 crc = new CRC32();
        try (BufferedReader lines = folder.open(script)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) crc.getValue();
    }
}
