package io.cloacina.faults.stage;

import io.cloacina.testsupport.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes processes that live for a second start fast: a small heap, and the classes of one that ended before, as the JVM laid
 * them out in memory (class data sharing). Such an archive takes classes of jars only, so the folders of the class path are packed.
 * One image per kind of database, made by its first process.
 */
final class Image {

    private static final Map<Class<?>, Image> BY_DATABASE = new ConcurrentHashMap<>();
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xms48m",
            "-Xmx96m",
            "-Xlog:disable",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true");

    private final Path archive;

    private Image(Path archive) {
        this.archive = archive;
    }

    static Image of(Database database) {
        return BY_DATABASE.computeIfAbsent(
                database.getClass(), kind -> new Image(Jars.FOLDER.resolve(kind.getSimpleName() + ".jsa")));
    }

    /** Whether a process has made it. */
    boolean isMade() {
        return Files.exists(archive);
    }

    /** Of a process that makes it when it ends in order. */
    List<String> optionsToMake() {
        return with("-XX:ArchiveClassesAtExit=" + archive);
    }

    /** Of a process that starts from it. */
    List<String> options() {
        return isMade() ? with("-XX:SharedArchiveFile=" + archive) : SMALL;
    }

    private static List<String> with(String option) {
        List<String> options = new ArrayList<>(SMALL);
        options.add(option);
        return options;
    }

    String classPath() {
        return Jars.CLASS_PATH;
    }

    /** This JVM's class path without folders; gone when the JVM ends. */
    private static final class Jars {

        private static final Path FOLDER = folder();
        private static final String CLASS_PATH = Stream.of(ChildJvm.classPath().split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::exists)
                .map(place -> Files.isDirectory(place) ? packed(place) : place)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));

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
}
