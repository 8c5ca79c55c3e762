package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The server's process: initialise once, then start and stop as often as a test likes, on one port. */
final class PostgresProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path binaries;
    private final ServerDirectory directory;
    private final UserSwitch user;
    private final List<String> surroundings;
    private final List<String> settings;
    private int port;
    private @Nullable Process process;

    /**
     * @param user who makes the data
     * @param surroundings what stands before the server's own command, and makes it run as the same user
     */
    PostgresProcess(
            Path binaries,
            ServerDirectory directory,
            UserSwitch user,
            List<String> surroundings,
            List<String> settings) {
        this.binaries = binaries;
        this.directory = directory;
        this.user = user;
        this.surroundings = surroundings;
        this.settings = settings;
    }

    void initialise(String superuser, String password) {
        try {
            user.handOver(directory.makeData());
            Path passwordFile = Files.writeString(directory.path().resolve("password"), password);
            SystemCommand.run(directory.path(), user.of(initdb(superuser, passwordFile)));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot prepare " + directory.path(), failure);
        }
    }

    /** Passwords are asked for as in earnest, but hashed once and not 4,096 times: tests connect thousands of times. */
    private List<String> initdb(String superuser, Path passwordFile) {
        return List.of(
                program("initdb"),
                "--pgdata=" + directory.data(),
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync");
    }

    /**
     * Starts it and waits until it answers.
     *
     * <p>A port that was free a moment ago may be taken by now, and what a killed server left may take a moment to go;
     * so a server that exits at once is started again until patience ends. Only the first start chooses the port.
     */
    void start(BooleanSupplier answers) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean first = port == 0;
        do {
            port = first ? freePort() : port;
            if (startOnce(answers)) {
                return;
            }
        } while (System.nanoTime() - deadline < 0);
        throw new IllegalStateException("PostgreSQL did not start on port %d within %s. Its last words:%n%s"
                .formatted(port, PATIENCE, directory.logTail()));
    }

    private boolean startOnce(BooleanSupplier answers) {
        Process started = launch();
        process = started;
        Waiting.until(() -> !started.isAlive() || answers.getAsBoolean(), PATIENCE);
        return started.isAlive();
    }

    private Process launch() {
        try {
            return SystemCommand.clean(new ProcessBuilder(postgres()))
                    .directory(directory.path().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot run PostgreSQL in " + directory.path(), failure);
        }
    }

    private List<String> postgres() {
        List<String> command = new ArrayList<>(surroundings);
        command.addAll(List.of(program("postgres"), "-D", directory.data().toString()));
        List<String> own = List.of("port=" + port, "listen_addresses=127.0.0.1", "unix_socket_directories=");
        own.forEach(setting -> command.addAll(List.of("-c", setting)));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("No free port on the loopback address", failure);
        }
    }

    int port() {
        return port;
    }

    /** Does nothing when it is not running. */
    void stop(StopMode mode) {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        mode.signal().sendTo(running.pid());
        try {
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupt) {
            throw Waiting.interrupted(interrupt);
        }
    }
}
