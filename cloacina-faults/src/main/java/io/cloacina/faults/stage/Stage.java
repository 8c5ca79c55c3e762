package io.cloacina.faults.stage;

import io.cloacina.faults.journal.Chronicle;
import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Journal;
import io.cloacina.faults.program.Orders;
import io.cloacina.testsupport.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Where a campaign takes place: a database, processes on their slots, and what is written down about both. */
public final class Stage implements AutoCloseable {

    /** When work that does not go on counts as stranded. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Database database;
    private final Path folder;
    private final long seed;
    private final Duration lease;
    private final Chronicle chronicle = new Chronicle();
    private final List<Slot> slots;

    /**
     * Nothing runs yet.
     *
     * @param folder for the journals; stays when the stage is closed
     */
    public Stage(Database database, Path folder, int processes, Duration lease, long seed) {
        this.database = database;
        this.folder = folder;
        this.seed = seed;
        this.lease = lease;
        this.slots = IntStream.range(0, processes)
                .mapToObj(number -> new Slot(this, number))
                .toList();
    }

    public Database database() {
        return database;
    }

    public Chronicle chronicle() {
        return chronicle;
    }

    public List<Slot> slots() {
        return slots;
    }

    public Duration lease() {
        return lease;
    }

    public long seed() {
        return seed;
    }

    Path journal(int slot) {
        return folder.resolve("slot-" + slot);
    }

    /** What all processes of all slots wrote down, by slot. */
    public List<Entry> journal() {
        return slots.stream()
                .flatMap(slot -> Journal.read(journal(slot.number())).stream())
                .toList();
    }

    Image image() {
        return Image.of(database);
    }

    /** Lets a first process make what lets the others start faster, unless there was one before in this JVM. */
    public void warmUp() {
        if (!image().isMade()) {
            slots.get(0).makeImage();
        }
    }

    /** Waits until something was accepted that was not before. */
    public void awaitProgress() {
        long before = accepted();
        Waiting.require(() -> accepted() > before, PATIENCE, "nothing was accepted any more");
    }

    private long accepted() {
        return slots.stream()
                .mapToLong(slot -> Journal.count(journal(slot.number()), Entry.Kind.ACCEPTED))
                .sum();
    }

    /** What processes complained of, for the report of a failure. */
    public List<Entry> broken() {
        return journal().stream()
                .filter(entry -> entry.kind() == Entry.Kind.BROKEN)
                .toList();
    }

    /** No process submits anything from now on. */
    public void enough() {
        try {
            Files.createFile(Orders.enough(folder));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot say that it is enough", failure);
        }
    }

    @Override
    public void close() {
        slots.forEach(Slot::close);
    }
}
