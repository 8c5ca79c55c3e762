package io.cloacina.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Properties;

/** What is measured besides us: read from the jars and from the database, never from the build. */
final class Versions {

    private Versions() {}

    static String of(Backend backend) {
        return "%s, EclipseLink %s, HikariCP %s"
                .formatted(
                        database(backend),
                        jar("org.eclipse.persistence", "org.eclipse.persistence.core"),
                        jar("com.zaxxer", "HikariCP"));
    }

    private static String database(Backend backend) {
        try (Database database = backend.newDatabase();
                Connection connection = database.connect()) {
            DatabaseMetaData about = connection.getMetaData();
            return "%s %s by %s %s"
                    .formatted(
                            about.getDatabaseProductName(),
                            about.getDatabaseProductVersion(),
                            about.getDriverName(),
                            about.getDriverVersion());
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read the version of " + backend.name(), failure);
        }
    }

    private static String jar(String group, String artifact) {
        String place = "META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
        try (InputStream in = Versions.class.getClassLoader().getResourceAsStream(place)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "of unknown version");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + place, failure);
        }
    }
}
