package io.cloacina.testsupport.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret that came out is noted down: in files, since child processes are watched as well, and a child may be killed.
 * A folder below the working directory, which is the module's own, and a new one for each JVM that nobody told another: what one of
 * two that share the tests of a module noted is nothing to the other one.
 */
final class Trap {

    /** Where a child is told to note what it finds. */
    static final String PROPERTY = "cloacina.canary";

    static final Path FOLDER = Path.of(System.getProperty(
                    PROPERTY, "target/canary/" + ProcessHandle.current().pid()))
            .toAbsolutePath();

    private static final int MOST = 50;
    private static final int AROUND = 120;
    private static final Pattern FORGED = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Trap() {}

    /** Notes it when a text holds the word. */
    static void look(String where, @Nullable String text) {
        if (text == null) {
            return;
        }
        int at = text.indexOf(Canary.WORD);
        if (at >= 0) {
            String excerpt = text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND));
            note(where + ": …" + excerpt + "…");
        }
    }

    /** Notes it when a line is more than one line, or drives a terminal: somebody's text has forged what follows. */
    static void lookForForgery(String where, String message) {
        if (FORGED.matcher(message).find()) {
            note(where + " was forged: " + FORGED.matcher(message).replaceAll("<forged>"));
        }
    }

    private static void note(String found) {
        int number = NUMBER.incrementAndGet();
        if (number > MOST) {
            return;
        }
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(ProcessHandle.current().pid() + "-" + number + ".txt"), found);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot note " + found, failure);
        }
    }

    /** What this process and its children noted, each once. */
    static List<String> empty() {
        List<String> found = new ArrayList<>();
        if (!Files.isDirectory(FOLDER)) {
            return found;
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                found.add(Files.readString(file));
                Files.delete(file);
            }
            return found;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + FOLDER, failure);
        }
    }
}
