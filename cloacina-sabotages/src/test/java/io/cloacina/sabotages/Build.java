package io.cloacina.sabotages;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The whole product and its tests, loaded anew, with some classes in a form of their own: neither what was loaded before nor
 * what is loaded later sees them. Libraries are shared by all builds, and so are the servers that the tests start.
 */
final class Build extends URLClassLoader {

    /** The modules whose tests catch sabotages. */
    private static final List<String> TESTED = List.of(
            "cloacina-domain",
            "cloacina-runner",
            "cloacina-jpa",
            "cloacina-adapter-sqlite",
            "cloacina-adapter-postgres",
            "cloacina-runner-tests",
            "cloacina-simulation");

    /** slf4j too, for the simulation brings a log of its own. */
    private static final List<String> LOADED_ANEW = List.of("io.cloacina.", "org.slf4j.");

    private static final List<String> SHARED = List.of("io.cloacina.sabotages.", "io.cloacina.testsupport.");

    private final Map<String, byte[]> broken;

    private Build(Map<String, byte[]> broken) {
        super(classPath(), Build.class.getClassLoader());
        this.broken = broken;
    }

    /** The build that has these sources in the place of those in the tree. */
    static Build of(Map<String, String> sources) {
        return new Build(InMemoryCompiler.compiled(sources));
    }

    /** The build as it stands in the tree. */
    static Build unbroken() {
        return new Build(Map.of());
    }

    private static URL[] classPath() {
        Stream<Path> tests = TESTED.stream()
                .map(module -> Sources.root().resolve(module).resolve("target").resolve("test-classes"));
        Stream<Path> rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
        return Stream.concat(tests, rest).map(Build::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (LOADED_ANEW.stream().noneMatch(name::startsWith) || SHARED.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = broken.get(name);
        return code == null ? super.findClass(name) : defineClass(name, code, 0, code.length);
    }

    /** A class of this build, which is not initialised yet. */
    Class<?> type(String name) {
        try {
            return Class.forName(name, false, this);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name + " is not there any more. Bring this sabotage up to date.", e);
        }
    }

    /** Does something on a thread that takes this build for its own. */
    <T> T inside(Supplier<T> action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            return action.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A build cannot be closed", e);
        }
    }
}
