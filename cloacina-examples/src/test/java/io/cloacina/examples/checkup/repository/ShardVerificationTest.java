package io.cloacina.examples.checkup.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.examples.checkup.repository.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardVerificationTest {

    @TempDir
    Path directory;

    private TestRepository repository;

    @BeforeEach
    void makeRepository() {
        repository = new TestRepository(directory.resolve("repository"));
    }

    @Test
    void a_file_with_its_promised_content_is_verified() throws Exception {
        repository.good("a/a-1.jar").good("a/b-1.jar");

        ShardOutcome outcome = verify("a/a-1.jar", "a/b-1.jar").outcome();

        assertThat(outcome.verified()).isEqualTo(2);
        assertThat(outcome.files()).isEqualTo(2);
        assertThat(outcome.bytes()).isEqualTo(2L * "content of a/a-1.jar".length());
        assertThat(outcome.shard()).isEqualTo(7);
    }

    @Test
    void another_content_is_a_mismatch_that_shows_both_digests() throws Exception {
        repository.damaged("a/a-1.jar");

        ShardVerification.Result result = verify("a/a-1.jar");

        assertThat(result.outcome().mismatched()).isEqualTo(1);
        assertThat(result.outcome().firstMismatches()).containsExactly("a/a-1.jar");
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.MISMATCH);
            assertThat(finding.detail()).matches("promised [0-9a-f]{40}, is [0-9a-f]{40}");
        });
    }

    @Test
    void without_a_checksum_or_with_a_malformed_one_a_file_is_unverifiable() throws Exception {
        repository.file("a/a-1.jar", "x").file("a/b-1.jar", "x").file("a/b-1.jar.sha1", "<html>404</html>");

        ShardVerification.Result result = verify("a/a-1.jar", "a/b-1.jar");

        assertThat(result.findings()).extracting(Finding::kind).containsExactly(Kind.NO_CHECKSUM, Kind.BAD_CHECKSUM);
        assertThat(result.outcome().unverifiable()).isEqualTo(2);
        assertThat(result.outcome().verified()).isZero();
    }

    @Test
    void an_unreadable_file_is_a_finding_and_the_next_one_is_verified() throws Exception {
        Files.createDirectories(repository.directory().resolve("a/directory.jar"));
        repository
                .file("a/directory.jar.sha1", "0".repeat(40))
                .file("a/gone.jar.sha1", "0".repeat(40))
                .good("a/z-1.jar");

        ShardVerification.Result result = verify("a/directory.jar", "a/gone.jar", "a/z-1.jar");

        assertThat(result.findings())
                .containsExactly(
                        new Finding(Kind.UNREADABLE, "a/directory.jar", "Is a directory"),
                        new Finding(Kind.UNREADABLE, "a/gone.jar", "gone since the scan"));
        assertThat(result.outcome().verified()).isEqualTo(1);
    }

    @Test
    void the_outcome_names_only_the_first_mismatches() throws Exception {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < ShardOutcome.FIRST + 5; i++) {
            paths.add("a/a-" + i + ".jar");
            repository.damaged("a/a-" + i + ".jar");
        }

        ShardVerification.Result result = ShardVerification.verify(repository.directory(), 0, paths);

        assertThat(result.outcome().firstMismatches()).hasSize(ShardOutcome.FIRST);
        assertThat(result.outcome().mismatched()).isEqualTo(paths.size());
        assertThat(result.findings()).hasSize(paths.size());
    }

    @Test
    void an_interrupt_ends_the_work() {
        repository.good("a/a-1.jar");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> verify("a/a-1.jar")).isInstanceOf(InterruptedException.class);
        Thread.interrupted();
    }

    @Test
    void findings_read_back_from_their_files_the_worst_first() throws IOException {
        Finding bare = new Finding(Kind.NO_CHECKSUM, "a/tab\tand\nline.jar", "no .sha1 beside it");
        Finding mismatch = new Finding(Kind.MISMATCH, "z.jar", "promised 1, is 2");
        FindingsFile.write(directory, "shard-00", List.of(bare));
        FindingsFile.write(directory, "shard-01", List.of(mismatch));
        FindingsFile.write(directory, "shard-02", List.of());

        assertThat(FindingsFile.readAll(directory)).containsExactly(mismatch, bare);
    }

    private ShardVerification.Result verify(String... paths) throws InterruptedException {
        return ShardVerification.verify(repository.directory(), 7, List.of(paths));
    }
}
