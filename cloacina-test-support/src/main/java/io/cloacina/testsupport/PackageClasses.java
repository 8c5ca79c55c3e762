package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the public classes of a package that was compiled into a folder. */
final class PackageClasses {

    private static final String SUFFIX = ".class";

    private PackageClasses() {}

    /** The public classes in the folder from which this one was loaded, nested ones too, by name; not those of its tests. */
    static Stream<Class<?>> beside(Class<?> one) {
        try (Stream<Path> files = Files.list(folder(one))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.equals("package-info.class"))
                    .map(name -> one.getPackageName() + "." + name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
            return names.stream().<Class<?>>map(name -> load(name, one)).filter(PackageClasses::isPublic);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Class<?> one) {
        try {
            Path root = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            return root.resolve(one.getPackageName().replace('.', '/'));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(one + " was loaded from no folder", e);
        }
    }

    private static Class<?> load(String name, Class<?> neighbour) {
        try {
            return Class.forName(name, false, neighbour.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " has a file but cannot be loaded", e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass() && (outer == null || isPublic(outer));
    }
}
