package io.cloacina.testsupport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL that the build brings along: nothing to install, no container, as root or as an ordinary user.
 *
 * <p>Most tests want a {@link #newDatabase()} of the {@link #shared()} server. A test that stops the server, or measures
 * it, launches its own.
 *
 * <p>It listens on the loopback address only, on a port that was free, and asks for a password. It ends with this
 * process; when the process is killed, the next launch on this machine stops what was left. Safe for use by several
 * threads, and by several builds at once.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final ServerDirectory directory;
    private final PostgresProcess process;
    private final Thread atExit = new Thread(this::shutDown, "embedded-postgres-stop");

    private EmbeddedPostgres(ServerDirectory directory, PostgresProcess process) {
        this.directory = directory;
        this.process = process;
    }

    /** The one server of this process, {@link Durability#FAST}; started when it is first asked for. Never close it. */
    public static EmbeddedPostgres shared() {
        return Shared.SERVER;
    }

    /** A server of the caller's own, running; takes one to two seconds. */
    public static EmbeddedPostgres launch(Durability durability) {
        return launch(durability, UserSwitch.choose(), List.of());
    }

    /** The same on a machine that has a small disk besides, where a tablespace can be laid: see {@link #folderOn}. */
    public static EmbeddedPostgres launch(Durability durability, SmallDisk disk) {
        return launch(
                durability,
                UserSwitch.inNamespaces(),
                List.of(),
                UserSwitch.inNamespaces().besides(disk));
    }

    /** A folder on the disk that belongs to the server. */
    public static Path folderOn(SmallDisk disk) {
        return UserSwitch.folderOn(disk);
    }

    /**
     * The same with settings of the caller's.
     *
     * @param settings each as {@code name=value}, as on the server's command line
     */
    public static EmbeddedPostgres launch(Durability durability, List<String> settings) {
        return launch(durability, UserSwitch.choose(), settings);
    }

    static EmbeddedPostgres launch(Durability durability, UserSwitch user, List<String> more) {
        return launch(durability, user, more, user.prefix());
    }

    private static EmbeddedPostgres launch(
            Durability durability, UserSwitch user, List<String> more, List<String> surroundings) {
        Path workFolder = WorkFolder.open();
        Path binaries = PostgresBinaries.unpackedIn(workFolder);
        ServerDirectory directory = ServerDirectory.create(workFolder);
        PostgresProcess process =
                new PostgresProcess(binaries, directory, user, surroundings, settings(durability, more));
        EmbeddedPostgres server = new EmbeddedPostgres(directory, process);
        Runtime.getRuntime().addShutdownHook(server.atExit);
        process.initialise(PostgresLogin.USER, PostgresLogin.PASSWORD);
        server.start();
        return server;
    }

    private static List<String> settings(Durability durability, List<String> more) {
        List<String> settings = new ArrayList<>(durability.settings());
        settings.add("max_connections=200");
        settings.addAll(more);
        return settings;
    }

    /** An empty database that nobody else uses. */
    public PostgresDatabase newDatabase() {
        return newDatabase("template1");
    }

    /** A copy of another database; whoever is still connected to that one is cut off. */
    public PostgresDatabase newDatabase(PostgresDatabase template) {
        template.terminateBackends();
        return newDatabase(template.name());
    }

    private PostgresDatabase newDatabase(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        login().administer("create database %s template %s".formatted(name, template));
        return new PostgresDatabase(login(), name);
    }

    private PostgresLogin login() {
        return new PostgresLogin(process.port());
    }

    /** The same before and after a restart. */
    public int port() {
        return process.port();
    }

    /** Where it keeps everything; gone when it is closed. */
    Path directory() {
        return directory.path();
    }

    /** Starts it again after a {@link #stop}, on the same port and the same data; returns when it answers. */
    public synchronized void start() {
        process.start(() -> login().answers());
    }

    /** Stops it and returns when it is gone; does nothing when it is not running. */
    public synchronized void stop(StopMode mode) {
        process.stop(mode);
    }

    /** Stops it and removes its data. */
    @Override
    public void close() {
        shutDown();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void shutDown() {
        stop(StopMode.IMMEDIATE);
        directory.delete();
    }

    /** Started by the class loader: once, whoever comes first. */
    private static final class Shared {
        private static final EmbeddedPostgres SERVER = launch(Durability.FAST);
    }
}
