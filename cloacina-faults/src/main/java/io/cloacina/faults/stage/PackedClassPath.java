package io.cloacina.faults.stage;

import io.cloacina.testsupport.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * This JVM's class path without folders, which are packed into jars; gone when this JVM ends. A JVM opens a jar once, and a file in a
 * folder whenever it needs a class.
 */
public final class PackedClassPath {

    static final Path FOLDER = folder();
    private static final String CLASS_PATH = Stream.of(ChildJvm.classPath().split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(Files::exists)
            .map(place -> Files.isDirectory(place) ? packed(place) : place)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));

    private PackedClassPath() {}

    /** As the option {@code -cp} has it. */
    public static String text() {
        return CLASS_PATH;
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("cloacina-image");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete-image"));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make a folder for an image", failure);
        }
    }

    private static Path packed(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            Path jar = Files.createTempFile(FOLDER, "classes", ".jar");
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream pack = new JarOutputStream(out)) {
                for (Path place :
                        files.filter(each -> !each.equals(classes)).sorted().toList()) {
                    pack(place, classes.relativize(place).toString().replace(File.separatorChar, '/'), pack);
                }
            }
            return jar;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot pack " + classes, failure);
        }
    }

    /** Folders too: who looks for all files in one finds it by its own entry. */
    private static void pack(Path place, String name, JarOutputStream pack) throws IOException {
        boolean folder = Files.isDirectory(place);
        pack.putNextEntry(new JarEntry(folder ? name + "/" : name));
        if (!folder) {
            Files.copy(place, pack);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot remove " + folder, failure);
        }
    }
}
