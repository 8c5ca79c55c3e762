package io.cloacina.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network between us and a PostgreSQL server: passes everything on until it is told otherwise. While the server is down, whoever
 * comes is sent away. Thread-safe.
 */
public final class FaultyRoad implements AutoCloseable {

    private static final long DELAY_MILLIS = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger struck = new AtomicInteger();
    private final ServerSocket door;
    private final int server;
    private volatile Fault fault = Fault.NONE;
    private volatile boolean once;

    /** A road from a free port of the loopback address to that one. */
    public FaultyRoad(int server) {
        try {
            this.server = server;
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException("No free port on the loopback address", failure);
        }
        threads.execute(this::letIn);
    }

    /** Where it begins. */
    public int port() {
        return door.getLocalPort();
    }

    /** That URL of the server, by this road. */
    public String to(String url) {
        return url.replace(":" + server, ":" + port());
    }

    /** From now on; {@link Fault#NONE} repairs it. */
    public void breaks(Fault how) {
        once = false;
        fault = how;
    }

    /** At the next occasion, and not again. */
    public void breaksOnce(Fault how) {
        once = true;
        fault = how;
    }

    /** How often a commit was cut off or a connection reset so far, and how often something came late or got lost. */
    public int struck() {
        return struck.get();
    }

    @Override
    public void close() {
        close(door);
        open.forEach(FaultyRoad::close);
        threads.shutdownNow();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception failure) {
            throw new IllegalStateException("A socket does not close", failure);
        }
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                connect(remember(door.accept()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            Socket upstream = remember(new Socket(InetAddress.getLoopbackAddress(), server));
            var commits = new Commits();
            threads.execute(() -> carry(client, upstream, commits, true));
            threads.execute(() -> carry(upstream, client, commits, false));
        } catch (IOException serverIsDown) {
            open.remove(client);
            client.close();
        }
    }

    private Socket remember(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        return socket;
    }

    private void carry(Socket from, Socket to, Commits commits, boolean toServer) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                boolean commit = toServer && commits.areIn(buffer, read);
                if ((commit && strikes(Fault.CUTS_BEFORE_COMMIT)) || (!toServer && commits.cutTheAnswer)) {
                    return;
                }
                commits.cutTheAnswer |= commit && strikes(Fault.CUTS_THE_ANSWER_TO_COMMIT);
                resetIf(toServer && strikes(Fault.RESETS), from, to);
                delayIf(strikes(Fault.DELAYS));
                if (!strikes(Fault.SWALLOWS_EVERYTHING)) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException broken) {
            // the other direction learns of it by the end of its own socket
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
        }
    }

    /** Whether this is what happens now; what happens once is over then. */
    private synchronized boolean strikes(Fault how) {
        if (fault != how) {
            return false;
        }
        struck.incrementAndGet();
        fault = once ? Fault.NONE : how;
        return true;
    }

    private static void resetIf(boolean reset, Socket... ends) throws IOException {
        if (reset) {
            for (Socket end : ends) {
                end.setSoLinger(true, 0);
                end.close();
            }
        }
    }

    private static void delayIf(boolean late) throws InterruptedException {
        if (late && new CountDownLatch(1).await(DELAY_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }

    /** What is the matter with the road. */
    public enum Fault {
        NONE,
        /** The connection ends, and the commit does not arrive. */
        CUTS_BEFORE_COMMIT,
        /** The commit arrives, and the connection ends before the answer does. */
        CUTS_THE_ANSWER_TO_COMMIT,
        /** Whatever is sent next, the connection is reset. */
        RESETS,
        /** Every packet is some 20 ms late, there and back. */
        DELAYS,
        /** Nothing arrives, and nobody is told. */
        SWALLOWS_EVERYTHING
    }
}
