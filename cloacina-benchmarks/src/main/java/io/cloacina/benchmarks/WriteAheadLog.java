package io.cloacina.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What SQLite wrote, by its own book: the frames of the write-ahead log. It tells all as long as an open reader keeps the
 * log from being begun anew.
 *
 * @param commits frames that end a transaction
 * @param pages all frames
 */
record WriteAheadLog(long commits, long pages) {

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;

    static WriteAheadLog of(Path database) {
        Path log = database.resolveSibling(database.getFileName() + "-wal");
        try (FileChannel channel = FileChannel.open(log)) {
            ByteBuffer header = read(channel, 0, HEADER);
            int pageSize = header.getInt(8);
            long salt = header.getLong(16);
            long commits = 0;
            long pages = 0;
            for (long at = HEADER; at + FRAME_HEADER + pageSize <= channel.size(); at += FRAME_HEADER + pageSize) {
                ByteBuffer frame = read(channel, at, FRAME_HEADER);
                if (frame.getLong(8) == salt) {
                    pages++;
                    commits += frame.getInt(4) == 0 ? 0 : 1;
                }
            }
            return new WriteAheadLog(commits, pages);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the write-ahead log of " + database.getFileName(), failure);
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, at + buffer.position());
        }
        return buffer;
    }
}
