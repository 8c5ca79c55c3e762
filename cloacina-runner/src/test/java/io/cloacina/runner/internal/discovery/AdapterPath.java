package io.cloacina.runner.internal.discovery;

import io.cloacina.ports.spi.StoreProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A class loader that sees the ports and exactly the named provider classes registered as services. */
final class AdapterPath extends URLClassLoader {

    private AdapterPath(URL folder) {
        super(new URL[] {folder}, AdapterPath.class.getClassLoader());
    }

    static AdapterPath with(Path folder, Class<?>... providers) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        String lines = Stream.of(providers).map(Class::getName).collect(Collectors.joining("\n"));
        Files.writeString(services.resolve(StoreProvider.class.getName()), lines);
        return new AdapterPath(folder.toUri().toURL());
    }

    /** Hides what is registered on the tests' own class path. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return findResources(name);
    }
}
