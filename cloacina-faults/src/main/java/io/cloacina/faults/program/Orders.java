package io.cloacina.faults.program;

import io.cloacina.runner.LeaseSettings;
import io.cloacina.runner.PollSettings;
import io.cloacina.runner.RunnerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What a process is told when it is started, as arguments of its main method.
 *
 * @param url the database
 * @param journal the file that it and its predecessors on this slot write, and where it finds what they left open
 * @param slot its place among the processes, part of the names of its submissions
 * @param life how manieth process on the slot it is
 * @param seed of the shapes
 * @param lease how long its claims hold without a heartbeat
 * @param doom where it ends by itself
 */
public record Orders(String url, Path journal, int slot, int life, long seed, Duration lease, Doom doom) {

    /** How many shapes there are. */
    public static final int SHAPES = 8;

    /** For how long a runner that is closed waits for its bodies. */
    public static final Duration GRACE = Duration.ofSeconds(20);

    /** Never reached: what fails here fails because of the library, not because it was struck too often. */
    private static final int RECOVERIES = 100;

    private static final PollSettings POLLING = new PollSettings(Duration.ofMillis(20), Duration.ofMillis(200));

    /** The name of the process: it begins the name under which its claims are stored. */
    public String process() {
        return "s" + slot + "p" + life;
    }

    /** When this file is there, nothing more is submitted. */
    Path enough() {
        return enough(journal.resolveSibling("."));
    }

    /** The same of all processes whose journals are in that folder. */
    public static Path enough(Path folder) {
        return folder.resolve("enough");
    }

    /** Which process may write to the database now, where it lets one at a time. */
    Supplier<OptionalLong> writer() {
        return isOnServer() ? OptionalLong::empty : WriteLock.of(url)::holder;
    }

    /** What this process waits for when it commits; where there is a server, that does. */
    Optional<Disk> disk() {
        return isOnServer() ? Optional.empty() : Optional.of(Disk.of(journal));
    }

    private boolean isOnServer() {
        return url.contains("postgresql:");
    }

    List<Shape> shapes() {
        return Shape.drawn(seed, SHAPES);
    }

    RunnerSettings settings(RunnerSettings other) {
        Duration heartbeat = Duration.ofMillis(Math.max(100, lease.toMillis() / 7));
        return other.withName(process())
                .withLeases(new LeaseSettings(lease, heartbeat, heartbeat, RECOVERIES))
                .withPolling(POLLING)
                .withShutdownGrace(GRACE);
    }

    /** As arguments of {@link Program}. */
    public String[] arguments() {
        return new String[] {
            url,
            journal.toString(),
            Integer.toString(slot),
            Integer.toString(life),
            Long.toString(seed),
            lease.toString(),
            doom.toString()
        };
    }

    static Orders parse(String... arguments) {
        return new Orders(
                arguments[0],
                Path.of(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Long.parseLong(arguments[4]),
                Duration.parse(arguments[5]),
                Doom.parse(arguments[6]));
    }
}
