package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/**
 * One server's own directory, held for as long as this process lives.
 *
 * <p>Whoever owns it holds a lock on a file in it. The operating system drops that lock when the owner dies in whatever
 * way, so a lock that can be had says: orphan. A process id would not: it may be used again, or belong to a zombie.
 */
final class ServerDirectory {

    private final Path path;
    private final FileChannel lifeLock;

    private ServerDirectory(Path path, FileChannel lifeLock) {
        this.path = path;
        this.lifeLock = lifeLock;
    }

    /** A fresh one; servers that killed builds left behind are stopped and removed on the way. */
    static ServerDirectory create(Path workFolder) {
        Path servers = WorkFolder.make(workFolder.resolve("servers"));
        return HostLock.whileHolding(guardOf(servers), () -> {
            Orphans.reap(servers);
            return claimNew(servers);
        });
    }

    /** Who holds it may look for orphans, make directories and remove his own. */
    static Path guardOf(Path servers) {
        return servers.resolveSibling("servers.lock");
    }

    private static ServerDirectory claimNew(Path servers) {
        try {
            Path path =
                    Files.createTempDirectory(servers, ProcessHandle.current().pid() + "-");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            FileChannel channel =
                    FileChannel.open(lockFile(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            Orphans.neverReap(path);
            return new ServerDirectory(path, channel);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make a server directory in " + servers, failure);
        }
    }

    static Path lockFile(Path directory) {
        return directory.resolve("owner.lock");
    }

    static Path dataIn(Path directory) {
        return directory.resolve("data");
    }

    Path path() {
        return path;
    }

    Path data() {
        return dataIn(path);
    }

    Path makeData() {
        try {
            return Files.createDirectory(
                    data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make " + data(), failure);
        }
    }

    Path log() {
        return path.resolve("server.log");
    }

    /** The last lines that the server wrote. */
    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException failure) {
            return "(no log: " + failure.getMessage() + ")";
        }
    }

    /** Waits for whoever looks for orphans: he would take this for one, and make its lock anew while the rest goes. */
    void delete() {
        HostLock.whileHolding(guardOf(Objects.requireNonNull(path.getParent())), () -> {
            try {
                lifeLock.close();
                WorkFolder.delete(path);
                return path;
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot remove " + path, failure);
            }
        });
    }
}
