package io.cloacina.testsupport.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Every exception that is made in this process, caught or not, told by the JVM's own recorder: the text of ours, and of those that may
 * become the cause of ours. What tests throw in bodies is not looked at.
 */
final class ThrownErrors implements AutoCloseable {

    private static final List<String> EVENTS = List.of("jdk.JavaExceptionThrow", "jdk.JavaErrorThrow");
    private static final List<String> LOOKED_AT = List.of(
            "io.cloacina.",
            "org.postgresql.",
            "org.sqlite.",
            "com.zaxxer.",
            "org.eclipse.persistence.",
            "org.flywaydb.",
            "tools.jackson.",
            "java.sql.",
            "jakarta.persistence.");

    private final Recording recording = new Recording();
    private long looked;

    ThrownErrors() {
        EVENTS.forEach(event -> recording.enable(event).withoutStackTrace());
        recording.start();
    }

    /** Ends the recording and looks through it. */
    @Override
    public void close() {
        try (recording) {
            Path file = Files.createTempFile("thrown", ".jfr");
            recording.stop();
            recording.dump(file);
            look(file);
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read what was thrown", failure);
        }
    }

    /** How many were looked at. */
    long looked() {
        return looked;
    }

    private void look(Path file) throws IOException {
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                RecordedClass type =
                        EVENTS.contains(event.getEventType().getName()) ? event.getClass("thrownClass") : null;
                if (type != null && LOOKED_AT.stream().anyMatch(type.getName()::startsWith)) {
                    looked++;
                    Trap.look("thrown " + type.getName(), event.getString("message"));
                }
            }
        }
    }
}
