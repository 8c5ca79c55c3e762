package io.cloacina.soak;

import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.runner.internal.discovery.InstalledStores;
import io.cloacina.runner.internal.system.SystemTimeSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random hostile URLs: each is refused, nobody is called up, no file is made, and no message repeats what may be a password. */
final class HostileUrls implements Figure {

    /** What came of them so far. */
    private static final class Tally {
        private long refused;
        private long opened;
        private long repeated;
        private long calls;
    }

    @Override
    public int share() {
        return 1;
    }

    @Override
    public void take(Scene scene, Duration time) throws IOException {
        Tally tally = new Tally();
        Path folder = scene.newFolder();
        try (ServerSocketChannel door = ServerSocketChannel.open()) {
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            door.configureBlocking(false);
            RandomUrl urls = new RandomUrl(
                    new SplittableRandom(scene.seed()), folder, door.socket().getLocalPort());
            Clock clock = Clock.of(time);
            do {
                open(scene.backend() == Backend.SQLITE ? urls.ofSqlite() : urls.ofPostgres(), tally);
                tally.calls += door.accept() == null ? 0 : 1;
            } while (!clock.isOver());
        }
        scene.report().atLeast(1, name() + ": refused", tally.refused, "URLs");
        scene.report().atMost(0, name() + ": opened", tally.opened, "URLs");
        scene.report().atMost(0, name() + ": messages that repeat a password", tally.repeated, "messages");
        scene.report().atMost(0, name() + ": connections made", tally.calls, "connections");
        scene.report().atMost(0, name() + ": files made", files(folder), "files");
    }

    private static void open(String text, Tally tally) {
        StoreUrl url = new StoreUrl(text);
        StoreSettings settings =
                new StoreSettings("fuzz", new SystemTimeSource(), SchemaMode.MIGRATE, null, FaultPoints.NONE);
        try {
            InstalledStores.find().providerFor(url).open(url, settings).close();
            tally.opened++;
        } catch (StoreException.Unusable refusal) {
            tally.refused++;
            tally.repeated += repeats(refusal) ? 1 : 0;
        }
    }

    private static boolean repeats(@Nullable Throwable told) {
        return told != null
                && (String.valueOf(told.getMessage()).contains(RandomUrl.PASSWORD) || repeats(told.getCause()));
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
