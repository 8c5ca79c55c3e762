package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program of the operating system, run to its end. */
public final class SystemCommand {

    private SystemCommand() {}

    /** Runs it and returns what it printed; fails with that text unless it exits with 0. */
    public static String run(String... command) {
        return run(Path.of("."), List.of(command));
    }

    static String run(Path directory, List<String> command) {
        Result result = attempt(directory, command);
        if (result.exitCode() != 0) {
            throw new IllegalStateException(
                    "'%s' ended with %d: %s".formatted(command.get(0), result.exitCode(), result.output()));
        }
        return result.output();
    }

    /** True when the program exists and exits with 0. */
    public static boolean works(List<String> command) {
        try {
            return attempt(Path.of("."), command).exitCode() == 0;
        } catch (UncheckedIOException notInstalled) {
            return false;
        }
    }

    private static Result attempt(Path directory, List<String> command) {
        try {
            Process process = clean(new ProcessBuilder(command))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot run '%s'".formatted(command.get(0)), failure);
        } catch (InterruptedException interrupt) {
            throw Waiting.interrupted(interrupt);
        }
    }

    /** The same command without the caller's language and without his PostgreSQL settings. */
    static ProcessBuilder clean(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private record Result(int exitCode, String output) {}
}
