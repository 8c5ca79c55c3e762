package io.cloacina.faults.stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What makes processes that live for a second start fast: a small heap, a compiler that is asked for less, and the classes of one
 * that ended before, as the JVM laid them out in memory (class data sharing), at the place that they were laid out for. Such an
 * archive takes classes of jars only, so the folders of the class path are packed.
 * One image per kind of database, made by its first process.
 */
final class Image {

    private static final Map<Class<?>, Image> BY_DATABASE = new ConcurrentHashMap<>();
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xms48m",
            "-Xmx96m",
            "-XX:CompileThresholdScaling=3",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-Xlog:disable",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true");

    private final Path archive;

    private Image(Path archive) {
        this.archive = archive;
    }

    static Image of(Database database) {
        return BY_DATABASE.computeIfAbsent(
                database.getClass(), kind -> new Image(PackedClassPath.FOLDER.resolve(kind.getSimpleName() + ".jsa")));
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
        return PackedClassPath.text();
    }
}
