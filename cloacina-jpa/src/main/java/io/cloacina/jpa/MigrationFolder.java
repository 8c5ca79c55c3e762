package io.cloacina.jpa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The migrations in an adapter's jar. Asked for by their names and never looked for: a jar that was repackaged may have no
 * entries for folders, and a class loader cannot list what it finds by name.
 *
 * @param location the folder, such as {@code io/cloacina/adapter/sqlite/migrations}
 */
record MigrationFolder(String location) implements ResourceProvider {

    /** As Flyway notes them. Not from the cache: what is opened here is closed here. */
    BufferedReader open(String script) throws IOException {
        URL url = MigrationFolder.class.getClassLoader().getResource(location + "/" + script);
        if (url == null) {
            throw new IOException("there is no resource " + location + "/" + script);
        }
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return SchemaMigration.SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        List<String> endings = List.of(suffixes);
        return SchemaMigration.SCRIPTS.stream()
                .filter(script -> script.startsWith(prefix) && endings.stream().anyMatch(script::endsWith))
                .<LoadableResource>map(Script::new)
                .toList();
    }

    private final class Script extends LoadableResource {

        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public BufferedReader read() {
            try {
                return open(name);
            } catch (IOException absent) {
                throw new FlywayException("The migration " + name + " is missing in the jar of the adapter", absent);
            }
        }

        @Override
        public String getAbsolutePath() {
            return location + "/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
