package io.cloacina.examples.checkup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command was asked to do, checked before anything is written.
 *
 * @param repository the directory to check; exists, a real path
 * @param work where state and report go; absolute
 * @param store the URL of the database; empty for a SQLite file in {@code work}
 */
record CheckupArguments(Path repository, Path work, Optional<String> store) {

    static final String USAGE = """
            Usage: checkup [directory] [--work directory] [--store URL]

              directory         the Maven repository to check; default: the one in use, which is the system
                                property maven.repo.local or else .m2/repository in your home directory
              --work directory  where the state and the report go; default: target/checkup
              --store URL       keep the state there, for example postgres://user:password@localhost/database;
                                default: the SQLite file checkup.db in the work directory
              --help            show this text

            Killed or interrupted, the same command goes on where it was.
            Exit code: 0 the checkup is complete, whatever it found; 1 it could not be completed; 2 bad arguments.
            """;

    private static final Path DEFAULT_WORK = Path.of("target", "checkup");

    /** Whether the arguments ask for the usage text. */
    static boolean askForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    /**
     * Reads the arguments of the command line.
     *
     * @throws BadArgumentException if one of them cannot be used
     */
    static CheckupArguments parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Optional<String> repository = Optional.empty();
        Optional<String> work = Optional.empty();
        Optional<String> store = Optional.empty();
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            switch (argument) {
                case "--work" -> work = once(argument, work, value(argument, rest));
                case "--store" -> store = once(argument, store, value(argument, rest));
                default -> repository = once("directory", repository, directory(argument));
            }
        }
        return new CheckupArguments(
                existing(repository.map(CheckupArguments::path).orElseGet(LocalRepository::inUse)),
                creatable(work.map(CheckupArguments::path).orElse(DEFAULT_WORK)),
                store);
    }

    /** The URL of the database. */
    String storeUrl() {
        return store.orElse(work.resolve("checkup.db").toString());
    }

    /** What the database is called, without its URL, which may hold a password. */
    String storeName() {
        boolean postgres = storeUrl().startsWith("postgres") || storeUrl().startsWith("jdbc:postgresql:");
        return postgres ? "PostgreSQL" : "SQLite";
    }

    private static String directory(String argument) {
        if (argument.startsWith("-")) {
            throw new BadArgumentException(
                    "Unknown option '" + argument + "'. The options are --work, --store and --help.");
        }
        return argument;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().isBlank() || rest.peek().startsWith("--")) {
            throw new BadArgumentException("Option " + option + " has no value. Give one after it, for example: "
                    + ("--work".equals(option)
                            ? "--work target/checkup"
                            : "--store postgres://user@localhost/database"));
        }
        return rest.pop();
    }

    private static Optional<String> once(String name, Optional<String> before, String value) {
        if (before.isPresent()) {
            throw new BadArgumentException("The argument '" + name + "' was given more than once. Give it once.");
        }
        return Optional.of(value);
    }

    private static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw new BadArgumentException("'" + text + "' is no path on this system: " + e.getReason() + ".", e);
        }
        throw new BadArgumentException("The directory is blank. Give a path, or leave the argument away.");
    }

    private static Path existing(Path repository) {
        if (!Files.exists(repository)) {
            throw new BadArgumentException("Cannot check " + repository.toAbsolutePath() + ": it does not exist."
                    + " Give the directory of a Maven repository; the default one appears with the first Maven build.");
        }
        if (!Files.isDirectory(repository)) {
            throw new BadArgumentException("Cannot check " + repository.toAbsolutePath() + ": it is a file."
                    + " Give the directory of a Maven repository.");
        }
        try {
            return repository.toRealPath();
        } catch (IOException e) {
            throw new BadArgumentException(
                    "Cannot check " + repository.toAbsolutePath() + ": it cannot be read ("
                            + e.getClass().getSimpleName() + "). Give a directory that you may read.",
                    e);
        }
    }

    private static Path creatable(Path work) {
        Path absolute = work.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new BadArgumentException(
                    "Cannot work in " + absolute + ": it is a file. Give a directory after --work; it is created.");
        }
        if (absolute.toString().indexOf('?') >= 0) {
            throw new BadArgumentException(
                    "Cannot work in " + absolute + ": its path holds a question mark, after which"
                            + " the options of a database would begin. Give another directory after --work.");
        }
        return absolute;
    }
}
