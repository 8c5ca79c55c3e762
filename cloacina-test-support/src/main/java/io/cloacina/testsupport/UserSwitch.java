package io.cloacina.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** PostgreSQL refuses to run as root; these are the ways to start it all the same. */
enum UserSwitch {
    /** An ordinary user needs no switch. */
    NONE {
        @Override
        List<String> prefix() {
            return List.of();
        }
    },

    /** A user namespace in which root looks like nobody; on disk the files stay root's. */
    NAMESPACE {
        @Override
        List<String> prefix() {
            return List.of("unshare", "-U");
        }
    },

    /** Where namespaces are forbidden: really becomes nobody, who must then own the data. */
    NOBODY {
        @Override
        List<String> prefix() {
            return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        }

        @Override
        void handOver(Path dataDirectory) {
            requireReachable(dataDirectory);
            SystemCommand.run("chown", "65534:65534", dataDirectory.toString());
        }
    };

    private static final boolean IS_ROOT =
            "0".equals(SystemCommand.run("id", "-u").strip());

    /** What stands before a command. */
    abstract List<String> prefix();

    /** Makes the still empty data directory the server's own. */
    void handOver(Path dataDirectory) {}

    /** The command that runs this one as a user whom PostgreSQL accepts; it keeps its process id. */
    List<String> of(List<String> command) {
        return Stream.concat(prefix().stream(), command.stream()).toList();
    }

    private boolean isPossible() {
        return IS_ROOT != (this == NONE) && SystemCommand.works(of(List.of("id")));
    }

    static List<UserSwitch> possible() {
        return Stream.of(values()).filter(UserSwitch::isPossible).toList();
    }

    static UserSwitch choose() {
        return possible().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PostgreSQL cannot run as root, and neither 'unshare -U'"
                        + " nor 'setpriv' works here. Run the build as an ordinary user, or install util-linux."));
    }

    /** In a mount namespace a user may look like root, whom PostgreSQL refuses; a namespace inside takes that away again. */
    static UserSwitch inNamespaces() {
        return SystemCommand.works(NAMESPACE.of(List.of("id"))) ? NAMESPACE : choose();
    }

    /** The command's prefix on a machine that has such a disk besides, with a folder on it that is the user's. */
    List<String> besides(SmallDisk disk) {
        List<String> makesItsFolder = List.of("sh", "-c", "mkdir '%s' && exec \"$@\"".formatted(folderOn(disk)), "sh");
        return Stream.of(disk.prefix(), prefix(), makesItsFolder)
                .flatMap(List::stream)
                .toList();
    }

    static Path folderOn(SmallDisk disk) {
        return disk.mount().resolve("server");
    }

    private static void requireReachable(Path dataDirectory) {
        for (Path parent = dataDirectory.getParent(); parent != null; parent = parent.getParent()) {
            if (!permissionsOf(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IllegalStateException("PostgreSQL must run as 'nobody' here, who cannot enter " + parent
                        + ". Point -Djava.io.tmpdir at a folder that everybody can enter.");
            }
        }
    }

    private static Set<PosixFilePermission> permissionsOf(Path directory) {
        try {
            return Files.getPosixFilePermissions(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the permissions of " + directory, failure);
        }
    }
}
