package io.cloacina.examples.checkup.repository;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files to verify, dealt out to shards by a hash of their path and kept as one list file for each shard. The lists
 * live in a directory and not in the workflow's context, because a repository may have a million files and a context
 * should stay small. A list appears complete or not at all.
 */
public final class ShardLists {

    private final Path directory;
    private final int shards;

    /** The lists of {@code shards} shards in that directory, which must exist. */
    public ShardLists(Path directory, int shards) {
        this.directory = directory;
        this.shards = shards;
    }

    /** The shard of a path: the same on every machine, since {@link String#hashCode()} is specified. */
    public int shardOf(String path) {
        return Math.floorMod(path.hashCode(), shards);
    }

    /** The paths of one shard, relative to the repository. */
    public List<String> read(int shard) throws IOException {
        return Files.readAllLines(file(shard), StandardCharsets.UTF_8).stream()
                .map(PathText::read)
                .toList();
    }

    /** Begins new lists; the old ones stay until {@link Writing#publish()}. */
    public Writing begin() throws IOException {
        return new Writing();
    }

    private Path file(int shard) {
        return directory.resolve(String.format("shard-%02d.list", shard));
    }

    /** Lists in the making. Not thread-safe. */
    public final class Writing implements AutoCloseable {

        private final List<Path> parts = new ArrayList<>();
        private final List<BufferedWriter> writers = new ArrayList<>();

        private Writing() throws IOException {
            for (int shard = 0; shard < shards; shard++) {
                Path part = AtomicFile.beside(file(shard));
                parts.add(part);
                writers.add(Files.newBufferedWriter(part, StandardCharsets.UTF_8));
            }
        }

        /** Adds a path to the list of its shard. */
        public void add(String path) throws IOException {
            BufferedWriter writer = writers.get(shardOf(path));
            writer.write(PathText.write(path));
            writer.write('\n');
        }

        /** Puts the new lists in the place of the old ones. */
        public void publish() throws IOException {
            close();
            for (int shard = 0; shard < shards; shard++) {
                AtomicFile.replace(parts.get(shard), file(shard));
            }
        }

        @Override
        public void close() throws IOException {
            for (BufferedWriter writer : writers) {
                writer.close();
            }
        }
    }
}
