package io.cloacina.examples.checkup.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryScanTest {

    private static final int SHARDS = 4;

    @TempDir
    Path directory;

    private TestRepository repository;
    private ShardLists lists;

    @BeforeEach
    void makeDirectories() throws IOException {
        repository = new TestRepository(directory.resolve("repository"));
        lists = new ShardLists(Files.createDirectories(directory.resolve("lists")), SHARDS);
    }

    @Test
    void every_artifact_is_dealt_out_once_with_or_without_a_checksum() throws IOException {
        repository.goodArtifacts(50).file("a/b/1/b-1.pom", "<project/>");

        ScanTotals totals = scan().totals();

        assertThat(totals.files()).isEqualTo(51);
        assertThat(listed()).hasSize(51).doesNotHaveDuplicates().contains("a/b/1/b-1.pom");
    }

    @Test
    void a_path_goes_to_the_shard_of_its_hash() throws IOException {
        repository.goodArtifacts(20);
        scan();

        for (int shard = 0; shard < SHARDS; shard++) {
            int expected = shard;
            assertThat(lists.read(shard))
                    .allSatisfy(path -> assertThat(lists.shardOf(path)).isEqualTo(expected));
        }
    }

    @Test
    void bookkeeping_is_left_aside_unless_it_has_a_checksum() throws IOException {
        repository
                .file("a/_remote.repositories", "x")
                .file("a/a-1.pom.lastUpdated", "x")
                .file("a/maven-metadata-local.xml", "x")
                .good("a/maven-metadata-central.xml");

        ScanTotals totals = scan().totals();

        assertThat(listed()).containsExactly("a/maven-metadata-central.xml");
        assertThat(totals.bookkeeping()).isEqualTo(3);
    }

    @Test
    void a_checksum_without_its_file_is_counted() throws IOException {
        repository.file("a/a-1.jar.sha1", "0".repeat(40)).good("a/b-1.jar");

        assertThat(scan().totals().strayChecksums()).isEqualTo(1);
    }

    @Test
    void links_are_counted_and_not_followed() throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.writeString(outside.resolve("secret.jar"), "x");
        repository
                .link("out", outside)
                .link("a/file.jar", outside.resolve("secret.jar"))
                .link("a/broken.jar", directory.resolve("nowhere"))
                .link("a/loop", repository.directory());

        ScanTotals totals = scan().totals();

        assertThat(totals.links()).isEqualTo(4);
        assertThat(totals.files()).isZero();
    }

    @Test
    void hidden_directories_and_the_excluded_one_are_passed_by() throws IOException {
        repository.good(".cache/a-1.jar").good("checkup/b-1.jar").good("a/c-1.jar");

        RepositoryScan.Result result = scan(repository.directory().resolve("checkup"));

        assertThat(result.totals().files()).isEqualTo(1);
        assertThat(listed()).containsExactly("a/c-1.jar");
    }

    @Test
    void a_directory_that_is_gone_is_a_finding() throws IOException {
        Path gone = repository.directory().resolve("gone");

        RepositoryScan.Result result;
        try (ShardLists.Writing writing = lists.begin()) {
            result = RepositoryScan.walk(gone, directory, writing);
        }

        assertThat(result.findings()).containsExactly(new Finding(Finding.Kind.UNREADABLE, ".", "gone since the scan"));
        assertThat(result.totals().unreadable()).isEqualTo(1);
    }

    @Test
    void strange_names_come_back_from_the_lists_as_they_were() throws IOException {
        repository.file("a/line\nbreak.jar", "x").file("a/back\\slash.jar", "x");

        scan();

        assertThat(listed()).containsExactlyInAnyOrder("a/line\nbreak.jar", "a/back\\slash.jar");
    }

    @Test
    void lists_that_were_not_published_leave_the_old_ones() throws IOException {
        repository.good("a/a-1.jar");
        scan();

        try (ShardLists.Writing unfinished = lists.begin()) {
            unfinished.add("b/b-1.jar");
        }

        assertThat(listed()).containsExactly("a/a-1.jar");
    }

    private RepositoryScan.Result scan() throws IOException {
        return scan(directory.resolve("elsewhere"));
    }

    private RepositoryScan.Result scan(Path excluded) throws IOException {
        try (ShardLists.Writing writing = lists.begin()) {
            RepositoryScan.Result result = RepositoryScan.walk(repository.directory(), excluded, writing);
            writing.publish();
            return result;
        }
    }

    private List<String> listed() throws IOException {
        List<String> all = new ArrayList<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            all.addAll(lists.read(shard));
        }
        return all;
    }
}
