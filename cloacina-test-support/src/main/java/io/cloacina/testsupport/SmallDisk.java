package io.cloacina.testsupport;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A disk that is soon full: a file system in memory, which only one process and its children see, and which is gone with them.
 *
 * <p>Mounting asks for a namespace of the user's own or for root. Where a machine allows neither, as in most containers, a test that
 * needs such a disk is left out, with {@link #NONE} as its reason.
 */
public final class SmallDisk {

    /** Why a test is left out. */
    public static final String NONE =
            "this machine lets nobody mount a small disk: neither 'unshare -Urm' nor, as root, 'unshare -m'"
                    + " works here; run the build where user namespaces are allowed";

    private static final Path ANYWHERE = Path.of("/mnt");

    private final Path mount;
    private final int mebibytes;

    /**
     * @param mount an existing directory, which keeps its content for everybody else
     */
    public SmallDisk(Path mount, int mebibytes) {
        this.mount = mount;
        this.mebibytes = mebibytes;
    }

    /** For a condition of a test: whether there can be such a disk here. */
    public static boolean isPossible() {
        return new SmallDisk(ANYWHERE, 1).way().isPresent();
    }

    public Path mount() {
        return mount;
    }

    /** What stands before a command that is to see the disk; it keeps its process id. */
    public List<String> prefix() {
        return way().orElseThrow(() -> new IllegalStateException(NONE));
    }

    private Optional<List<String>> way() {
        return Stream.of("-Urm", "-m")
                .map(this::mountedIn)
                .filter(prefix -> SystemCommand.works(
                        Stream.concat(prefix.stream(), Stream.of("true")).toList()))
                .findFirst();
    }

    private List<String> mountedIn(String namespace) {
        String mounting = "mount -t tmpfs -o size=%dm tmpfs '%s' && exec \"$@\"".formatted(mebibytes, mount);
        return List.of("unshare", namespace, "sh", "-c", mounting, "sh");
    }
}
