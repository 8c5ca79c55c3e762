package io.cloacina.faults.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** The disk below a folder, as a process finds it that waits for what it wrote, as each commit to a file does. One thread at a time. */
final class Disk {

    private final FileChannel probe;
    private long number;

    private Disk(FileChannel probe) {
        this.probe = probe;
    }

    /** The one that this file is on; another one beside it is written. */
    static Disk of(Path file) {
        Path probe = file.resolveSibling(file.getFileName() + ".disk");
        try {
            return new Disk(FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + probe, failure);
        }
    }

    /** For how many milliseconds a few bytes were on their way. */
    long waited() {
        long before = System.nanoTime();
        try {
            probe.write(ByteBuffer.allocate(Long.BYTES).putLong(0, number++), 0);
            probe.force(true);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot force a file", failure);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
    }
}
