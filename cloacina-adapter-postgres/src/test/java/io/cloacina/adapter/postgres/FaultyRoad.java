package io.cloacina.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network between us and the server: passes everything on until it is told otherwise. */
final class FaultyRoad implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    private final int server;
    private volatile Fault fault = Fault.NONE;

    FaultyRoad(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void breaks(Fault how) {
        fault = how;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = remember(door.accept());
                Socket upstream = remember(new Socket(InetAddress.getLoopbackAddress(), server));
                var commits = new Commits();
                threads.execute(() -> carry(client, upstream, commits, true));
                threads.execute(() -> carry(upstream, client, commits, false));
            } catch (IOException closed) {
                return;
            }
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
                if (commit && fault == Fault.CUTS_BEFORE_COMMIT || !toServer && commits.cutTheAnswer) {
                    return;
                }
                commits.cutTheAnswer |= commit && fault == Fault.CUTS_THE_ANSWER_TO_COMMIT;
                if (fault != Fault.SWALLOWS_EVERYTHING) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException broken) {
            open.remove(from);
        }
    }

    /** What is the matter with the road. */
    enum Fault {
        NONE,
        CUTS_BEFORE_COMMIT,
        CUTS_THE_ANSWER_TO_COMMIT,
        SWALLOWS_EVERYTHING
    }

    /** Recognises the commits of one connection: the driver spells the word once, and from then on names its statement. */
    private static final class Commits {

        private static final Pattern SPELLED = Pattern.compile("(S_\\d+)\0COMMIT\0");

        private String statement = "COMMIT";
        private volatile boolean cutTheAnswer;

        boolean areIn(byte[] bytes, int length) {
            String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
            Matcher spelled = SPELLED.matcher(text);
            if (spelled.find()) {
                statement = spelled.group(1);
                return true;
            }
            return text.contains("\0" + statement + "\0");
        }
    }
}
