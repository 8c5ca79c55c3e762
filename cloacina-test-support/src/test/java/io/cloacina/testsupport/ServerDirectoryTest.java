package io.cloacina.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerDirectoryTest {

    @Test
    void a_directory_is_not_removed_while_somebody_looks_for_orphans(@TempDir Path workFolder) throws Exception {
        ServerDirectory directory = ServerDirectory.create(workFolder);
        Path servers = Objects.requireNonNull(directory.path().getParent());
        Thread remover = new Thread(directory::delete);

        HostLock.whileHolding(ServerDirectory.guardOf(servers), () -> {
            remover.start();
            assertThat(Waiting.until(() -> remover.getState() == Thread.State.BLOCKED, Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(ServerDirectory.lockFile(directory.path())).exists();
            return servers;
        });
        remover.join();

        assertThat(servers).isEmptyDirectory();
    }
}
