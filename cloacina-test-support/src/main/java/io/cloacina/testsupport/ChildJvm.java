package io.cloacina.testsupport;

import io.cloacina.testsupport.canary.Canary;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Another JVM on this one's class path, to be killed, paused and listened to.
 *
 * <p>The child tells what it does by lines on its standard output. It never outlives this process: neither an orderly
 * exit, which asks it to end before it kills it, nor a kill of the parent leaves it behind. One thread at a time may
 * wait for lines; the rest is thread-safe.
 */
public final class ChildJvm implements AutoCloseable {

    /** The exit code of a child whose parent died. */
    static final int PARENT_IS_GONE = 86;

    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private static final Set<ChildJvm> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildJvm::endAll, "end-child-jvms"));
    }

    private final Process process;
    private final Path errors;
    private final BlockingQueue<Optional<String>> output = new LinkedBlockingQueue<>();

    private ChildJvm(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /** Each is asked first, for it may have a server of its own to stop; one that is paused or will not is killed. */
    private static void endAll() {
        LIVING.stream().filter(ChildJvm::isRunning).forEach(ChildJvm::terminate);
        long deadline = System.nanoTime() + GOODBYE.toNanos();
        LIVING.forEach(child -> child.killAt(deadline));
    }

    private void killAt(long deadline) {
        try {
            process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Starts the class's main method; the class may be nested and not public. */
    public static ChildJvm start(Class<?> main, String... arguments) {
        return start(List.of(), main, arguments);
    }

    /** The same with options for the JVM, such as {@code -Xmx64m} or {@code -Dname=value}. */
    public static ChildJvm start(List<String> jvmOptions, Class<?> main, String... arguments) {
        return start(List.of(), jvmOptions, classPath(), main, arguments);
    }

    /** The same on a class path that holds what is on this one's, in another form. */
    public static ChildJvm start(List<String> jvmOptions, String classPath, Class<?> main, String... arguments) {
        return start(List.of(), jvmOptions, classPath, main, arguments);
    }

    /**
     * The same in other surroundings.
     *
     * @param surroundings a command that becomes, with the same process id, the one that is appended to it; such as {@code
     *     unshare -U}
     */
    public static ChildJvm start(
            List<String> surroundings, List<String> jvmOptions, Class<?> main, String... arguments) {
        return start(surroundings, jvmOptions, classPath(), main, arguments);
    }

    /** The same in other surroundings and on another class path. */
    public static ChildJvm start(
            List<String> surroundings, List<String> jvmOptions, String classPath, Class<?> main, String... arguments) {
        try {
            Path errors = Files.createTempFile("child-jvm", ".err");
            List<String> command = new ArrayList<>(surroundings);
            command.addAll(command(jvmOptions, classPath, main, arguments));
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            ChildJvm child = new ChildJvm(process, errors);
            LIVING.add(child);
            child.listen();
            return child;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start a JVM for " + main.getName(), failure);
        }
    }

    private static List<String> command(List<String> jvmOptions, String classPath, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // a child lives for seconds: quick to start counts
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(Canary.watchedFromHere());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath));
        command.addAll(List.of(ChildMain.class.getName(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * The class path of this JVM, for another one. Maven runs a main class of the build in a class loader of its own, and
     * the property {@code java.class.path} says nothing of that.
     */
    public static String classPath() {
        if (ChildJvm.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private void listen() {
        Thread listener = new Thread(this::readOutput, "child-jvm-output-" + pid());
        listener.setDaemon(true);
        listener.start();
    }

    private void readOutput() {
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().map(Optional::of).forEach(output::add);
        } catch (IOException | UncheckedIOException killed) {
            output.add(Optional.of("(output broke off: " + killed.getMessage() + ")"));
        } finally {
            output.add(Optional.empty());
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /**
     * The next line of its output.
     *
     * @throws IllegalStateException when it ends, or says nothing for so long; with what it wrote to its error stream
     */
    public String nextLine(Duration patience) {
        return awaitLine(line -> true, patience);
    }

    /**
     * The next line that fits; the lines before it are dropped.
     *
     * @throws IllegalStateException when it ends or patience does before such a line; with its error stream
     */
    public String awaitLine(Predicate<String> fits, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            String line = take(deadline - System.nanoTime());
            if (fits.test(line)) {
                return line;
            }
        }
    }

    private String take(long nanos) {
        return takeUnlessEnded(nanos).orElseThrow(this::ended);
    }

    /**
     * The next line of its output, or empty when there is none any more because it has ended.
     *
     * @throws IllegalStateException when it says nothing for so long; with what it wrote to its error stream
     */
    public Optional<String> nextLineUnlessEnded(Duration patience) {
        Optional<String> line = takeUnlessEnded(patience.toNanos());
        if (line.isEmpty()) {
            output.add(line);
        }
        return line;
    }

    private Optional<String> takeUnlessEnded(long nanos) {
        try {
            Optional<String> line = output.poll(nanos, TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new IllegalStateException("Child %d said nothing more in time.%n%s".formatted(pid(), errors()));
            }
            return line;
        } catch (InterruptedException interrupt) {
            throw Waiting.interrupted(interrupt);
        }
    }

    private IllegalStateException ended() {
        output.add(Optional.empty());
        return new IllegalStateException("Child %d has ended.%n%s".formatted(pid(), errors()));
    }

    /** What it has written to its error stream so far. */
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException gone) {
            return "(no error stream: " + gone.getMessage() + ")";
        }
    }

    /** {@code kill -9}: no hook, no finally, no flush. Returns when it is gone. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
            LIVING.remove(this);
        } catch (InterruptedException interrupt) {
            throw Waiting.interrupted(interrupt);
        }
    }

    /** {@code kill -TERM}: it is asked to end, and runs its shutdown hooks. Returns at once. */
    public void terminate() {
        Signal.TERM.sendTo(pid());
    }

    /** {@code kill -STOP}: it stands still, as in a long garbage collection or on a sleeping laptop. */
    public void pause() {
        Signal.STOP.sendTo(pid());
    }

    /** {@code kill -CONT}: it goes on and knows nothing of the pause. */
    public void resume() {
        Signal.CONT.sendTo(pid());
    }

    /**
     * Waits for its end and returns its exit code.
     *
     * @throws IllegalStateException when it still runs after that time
     */
    public int waitFor(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Child %d still runs after %s".formatted(pid(), patience));
            }
            return process.exitValue();
        } catch (InterruptedException interrupt) {
            throw Waiting.interrupted(interrupt);
        }
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(errors);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot remove " + errors, failure);
        }
    }
}
