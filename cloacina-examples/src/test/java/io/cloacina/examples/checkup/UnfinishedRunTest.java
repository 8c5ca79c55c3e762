package io.cloacina.examples.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedRunTest {

    @TempDir
    Path work;

    @Test
    void an_unfinished_run_is_found_again() throws IOException {
        UnfinishedRun first = UnfinishedRun.of(work, Path.of("/repository"));
        UnfinishedRun second = UnfinishedRun.of(work, Path.of("/repository"));

        assertThat(first.isResumed()).isFalse();
        assertThat(second.isResumed()).isTrue();
        assertThat(second.idempotencyKey()).isEqualTo(first.idempotencyKey());
        assertThat(second.directory()).isEqualTo(first.directory()).isDirectory();
    }

    @Test
    void a_finished_run_leads_to_a_new_one_and_leaves_its_start_log() throws IOException {
        UnfinishedRun first = UnfinishedRun.of(work, Path.of("/repository"));
        new StartLog(first.directory()).add("scan");
        Files.writeString(first.directory().resolve("shard-00.list"), "a");
        first.finish();

        UnfinishedRun second = UnfinishedRun.of(work, Path.of("/repository"));

        assertThat(second.isResumed()).isFalse();
        assertThat(second.idempotencyKey()).isNotEqualTo(first.idempotencyKey());
        assertThat(first.directory()).isDirectoryContaining("glob:**/starts.log");
        assertThat(first.directory().resolve("shard-00.list")).doesNotExist();
    }

    @Test
    void each_repository_has_a_run_of_its_own() throws IOException {
        UnfinishedRun one = UnfinishedRun.of(work, Path.of("/one"));
        UnfinishedRun two = UnfinishedRun.of(work, Path.of("/two"));

        assertThat(two.isResumed()).isFalse();
        assertThat(two.idempotencyKey()).isNotEqualTo(one.idempotencyKey());
    }

    @Test
    void the_start_log_keeps_every_start_in_order() throws IOException {
        StartLog log = new StartLog(work);
        assertThat(log.read()).isEmpty();

        log.add("scan");
        log.add("shard-00");
        log.add("shard-00");

        assertThat(new StartLog(work).read()).containsExactly("scan", "shard-00", "shard-00");
    }

    @Test
    void a_second_checkup_is_kept_out_of_the_work_directory() throws IOException {
        try (WorkDirectoryLock lock = WorkDirectoryLock.take(work)) {
            assertThat(lock.directory()).isEqualTo(work);
            assertThatThrownBy(() -> WorkDirectoryLock.take(work))
                    .isInstanceOf(BadArgumentException.class)
                    .hasMessageContaining("Another checkup is working in");
        }
        WorkDirectoryLock.take(work).close();
    }
}
