package io.cloacina.examples.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.examples.checkup.report.Pages;
import io.cloacina.examples.checkup.repository.ShardVerification;
import io.cloacina.testsupport.canary.Canary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class CheckupTest {

    @TempDir
    Path directory;

    private CheckupFixture checkup;

    @BeforeEach
    void makeDirectories() {
        checkup = CheckupFixture.onSqlite(directory);
    }

    @Test
    void the_report_shows_totals_mismatches_and_unverifiable_files() {
        int exitCode = checkup.fill().run();

        assertThat(checkup.errors()).isEmpty();
        assertThat(exitCode).isZero();
        checkup.assertReportIsComplete();
    }

    @Test
    void the_page_is_self_contained_and_shows_the_graph_and_every_task_on_the_time_line() {
        checkup.fill().run();

        Pages.assertSelfContained(checkup.page());
        Document page = Pages.parse(checkup.page());
        assertThat(Pages.elementsOfClass(page, "node completed")).hasSize(18);
        assertThat(Pages.elementsOfClass(page, "edge")).hasSize(32);
        assertThat(Pages.elementsOfClass(page, "row completed"))
                .hasSize(18)
                .allSatisfy(row ->
                        assertThat(row.getElementsByTagName("rect").getLength()).isEqualTo(1));
    }

    @Test
    void the_screen_shows_progress_and_where_the_report_is() {
        checkup.fill().run();

        assertThat(checkup.printed())
                .startsWith("Checkup of " + checkup.repository().directory() + ", state in SQLite")
                .contains("scan completed", "shard-15 completed", "18/18  report completed")
                .contains("3 of 63 files with a checksum do not match it.")
                .contains("Report: " + checkup.work().resolve("report.txt"))
                .contains("Page:   " + checkup.work().resolve("report.html"));
        assertThat(checkup.work().resolve("checkup.db")).isRegularFile();
    }

    @Test
    void an_empty_directory_is_said_plainly() {
        assertThat(checkup.run()).isZero();

        assertThat(checkup.printed()).contains("There is nothing to verify: the directory holds no artifact.");
        assertThat(checkup.report()).contains("If you meant another directory, give it as the argument");
        assertThat(Pages.elementsOfClass(Pages.parse(checkup.page()), "verdict empty"))
                .hasSize(1);
    }

    @Test
    void a_repository_without_checksums_is_said_plainly() {
        checkup.repository().file("a/a/1/a-1.jar", "x").file("a/a/1/a-1.pom", "x");

        assertThat(checkup.run()).isZero();

        assertThat(checkup.printed()).contains("Nothing could be verified: of 2 files, none has a usable checksum.");
        assertThat(checkup.report()).contains("No checksum (2)", "a/a/1/a-1.jar");
    }

    @Test
    void a_finished_checkup_leads_to_a_new_one() {
        checkup.fill().run();
        checkup.repository().good("org/example/new/1/new-1.jar");

        assertThat(checkup.run()).isZero();

        assertThat(checkup.report()).containsPattern("files +" + (CheckupFixture.FILES + 1) + "\n");
        assertThat(checkup.starts())
                .hasSize(2)
                .allSatisfy(starts -> assertThat(starts)
                        .hasSize(18)
                        .allSatisfy((task, times) -> assertThat(times).as(task).isOne()));
    }

    @Test
    void a_run_that_was_over_before_it_could_be_forgotten_leads_to_a_new_one() throws IOException {
        UnfinishedRun.of(checkup.work(), checkup.repository().directory());
        Path marker = marker();
        String name = Files.readString(marker);
        checkup.fill().run();
        Files.writeString(marker, name);

        assertThat(checkup.run()).isZero();

        assertThat(checkup.starts()).hasSize(2);
        assertThat(marker).doesNotExist();
        checkup.assertReportIsComplete();
    }

    @Test
    void a_run_that_fails_says_so_and_the_next_one_is_new() throws IOException {
        CheckupTasks losing = new CheckupTasks() {
            @Override
            ShardVerification.Result verify(Path repository, int shard, List<String> paths) {
                throw new IllegalArgumentException("no such luck");
            }
        };
        int exitCode = Checkup.run(checkup.fill().arguments(), losing, System.out, System.err);

        assertThat(exitCode).isEqualTo(1);
        assertThat(checkup.run()).isZero();
        checkup.assertReportIsComplete();
    }

    @Test
    void help_and_bad_arguments_write_nothing() {
        assertThat(Checkup.run(List.of("--help"), new CheckupTasks(), System.out, System.err))
                .isZero();
        assertThat(Checkup.run(List.of("--wrong"), new CheckupTasks(), System.out, System.err))
                .isEqualTo(2);
        assertThat(checkup.work()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://me:" + Canary.WORD + "@host/db",
                "postgres://me:" + Canary.WORD + "@host/db?bogus=1",
                "a.db?bogus=1"
            })
    void a_store_that_cannot_be_used_is_a_bad_argument_and_its_password_stays_hidden(String url) {
        CheckupFixture wrong = CheckupFixture.on(url, directory);

        assertThat(wrong.run()).isEqualTo(2);

        assertThat(wrong.errors()).startsWith("--store: ").contains("--help").doesNotContain(Canary.WORD);
    }

    @Test
    void a_work_directory_may_have_a_strange_name() {
        CheckupFixture odd = CheckupFixture.onSqlite(directory.resolve("what 100%20 & more #1"));

        assertThat(odd.fill().run()).as(odd.errors()).isZero();

        assertThat(odd.work().resolve("checkup.db")).isRegularFile();
    }

    private Path marker() throws IOException {
        try (Stream<Path> files = Files.list(checkup.work().resolve("runs"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
