package io.cloacina.examples.checkup;

import static org.awaitility.Awaitility.await;

import io.cloacina.examples.checkup.repository.ShardVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command, but half of the shards stay in the middle of their work until a file appears. */
final class HeldCheckup extends CheckupTasks {

    /** Shards from this one on are held. */
    static final int FIRST_HELD = 8;

    private final Path release;

    private HeldCheckup(Path release) {
        this.release = release;
    }

    /** The first argument is the file, the others are the command's. */
    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        HeldCheckup tasks = new HeldCheckup(Path.of(all.get(0)));
        System.exit(Checkup.run(all.subList(1, all.size()), tasks, System.out, System.err));
    }

    @Override
    ShardVerification.Result verify(Path repository, int shard, List<String> paths)
            throws IOException, InterruptedException {
        if (shard >= FIRST_HELD) {
            await().forever().until(() -> Files.exists(release));
        }
        return super.verify(repository, shard, paths);
    }
}
