package io.cloacina.jpa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what Flyway noted in a schema with the migrations of a folder, by name and Flyway's own checksum, without
 * starting Flyway: nearly always a database is up to date, and Flyway takes longer to find out than all else that opens it.
 * Whatever is not an exact match is Flyway's to judge.
 */
record AppliedMigrations(String location, SchemaName schema) {

    private static final Logger LOG = LoggerFactory.getLogger(AppliedMigrations.class);
    private static final String SUFFIX = ".sql";
    private static final String NOTED =
            "select script, case when success and type = 'SQL' then checksum else 0 end from {schema}"
                    + SchemaMigration.HISTORY + " where type not in ('BASELINE', 'SCHEMA')";

    /** Whether each migration of the folder is noted as applied, as it is now, and no other one. */
    boolean areAllOf(Connection connection) {
        try {
            Optional<Set<String>> scripts = scripts();
            return scripts.isPresent() && noted(connection).equals(checksums(scripts.get()));
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

    private Map<String, Integer> checksums(Set<String> scripts) throws IOException {
        Map<String, Integer> checksums = new TreeMap<>();
        for (String script : scripts) {
            checksums.put(script, checksum(script));
        }
        return checksums;
    }

    /** As Flyway has it: of the lines, whatever ends them. */
    private int checksum(String script) throws IOException {
        CRC32 crc = new CRC32();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(open(location + "/" + script).getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return (int) crc.getValue();
    }

    /** The names in the folder; empty if it lies where it cannot be listed, neither in a jar nor among files. */
    private Optional<Set<String>> scripts() throws IOException {
        URLConnection folder = open(location);
        if (folder instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                return Optional.of(scripts(file.stream().map(entry -> entry.getName())));
            }
        }
        URI uri = URI.create(folder.getURL().toString());
        if (!"file".equals(uri.getScheme())) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(Path.of(uri))) {
            return Optional.of(scripts(files.map(file -> location + "/" + file.getFileName())));
        }
    }

    private Set<String> scripts(Stream<String> names) {
        return names.filter(name -> name.startsWith(location + "/") && name.endsWith(SUFFIX))
                .map(name -> name.substring(location.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Not from the cache: what is opened here is closed here. */
    private static URLConnection open(String resource) throws IOException {
        URL url = SchemaMigration.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IOException("there is no resource " + resource);
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection;
    }
}
