package io.cloacina.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.RunnerException;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.canary.Canary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallExamplesTest {

    @TempDir
    Path directory;

    @Test
    void hello_greets() {
        List<String> elsewhere = List.of("-Duser.dir=" + directory);

        try (ChildJvm hello = ChildJvm.start(elsewhere, HelloWorkflow.class)) {
            assertThat(hello.nextLine(Duration.ofMinutes(1))).isEqualTo("Hello, world!");
            assertThat(hello.waitFor(Duration.ofMinutes(1))).isZero();
        }
        assertThat(directory.resolve("hello.db")).isRegularFile();
    }

    @Test
    void the_readme_opens_with_hello() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String shown = readme.substring(readme.indexOf("```java\n") + "```java\n".length());
        String lines = shown.substring(0, shown.indexOf("```"));
        int body = lines.indexOf("Workflow hello");

        assertThat(Files.readString(Path.of("src/main/java/io/cloacina/examples/HelloWorkflow.java")))
                .contains(lines.substring(body).indent(8).replaceAll("(?m)^ +$", ""))
                .as("what the README shows imports all it needs")
                .satisfies(whole -> assertThat(imports(lines)).isEqualTo(imports(whole)));
        assertThat(lines.lines().filter(line -> !line.isBlank()))
                .as("the twelve lines")
                .hasSize(12);
    }

    private static List<String> imports(String source) {
        return source.lines().filter(line -> line.startsWith("import ")).toList();
    }

    @Test
    void a_download_succeeds_at_the_third_try() {
        ExecutionResult result = RetryExample.download(url(), 3);

        assertThat(result.status()).isEqualTo(ExecutionStatus.COMPLETED);
        assertThat(result.task("download").attempts()).isEqualTo(3);
    }

    @Test
    void a_download_that_never_succeeds_fails_after_its_last_try() {
        ExecutionResult result = RetryExample.download(url(), 100);

        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(result.task("download").attempts()).isEqualTo(4);
        assertThat(result.task("download").reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("nobody answers at try 4"));
    }

    @Test
    void a_small_order_is_shipped_without_a_gift() {
        ExecutionResult result = BranchExample.order(url(), 20);

        assertStatus(result, "ship", TaskStatus.COMPLETED);
        assertStatus(result, "gift", TaskStatus.SKIPPED);
        assertStatus(result, "apologise", TaskStatus.SKIPPED);
        assertStatus(result, "archive", TaskStatus.COMPLETED);
    }

    @Test
    void a_large_order_is_shipped_with_a_gift() {
        ExecutionResult result = BranchExample.order(url(), 2_000);

        assertStatus(result, "ship", TaskStatus.COMPLETED);
        assertStatus(result, "gift", TaskStatus.COMPLETED);
    }

    @Test
    void an_order_that_cannot_be_paid_is_apologised_for_and_archived() {
        ExecutionResult result = BranchExample.order(url(), -1);

        assertThat(result.status()).isEqualTo(ExecutionStatus.FAILED);
        assertStatus(result, "ship", TaskStatus.SKIPPED);
        assertStatus(result, "gift", TaskStatus.SKIPPED);
        assertStatus(result, "apologise", TaskStatus.COMPLETED);
        assertStatus(result, "archive", TaskStatus.COMPLETED);
    }

    @Test
    void the_same_order_is_started_once_and_another_one_under_its_key_is_refused() {
        try (DefaultRunner runner = DefaultRunner.open(url(), IdempotencyExample.workflow())) {
            IdempotencyExample shop = new IdempotencyExample(runner);
            String key = Canary.secret("order-42");
            ExecutionId first = shop.order(key, Canary.secret("one book"));

            assertThat(shop.order(key, Canary.secret("one book"))).isEqualTo(first);
            assertThatThrownBy(() -> shop.order(key, Canary.secret("ten books")))
                    .isInstanceOf(RunnerException.IdempotencyConflict.class);
            assertThat(shop.order(Canary.secret("order-43"), Canary.secret("ten books")))
                    .isNotEqualTo(first);
        }
    }

    private String url() {
        return directory.resolve("example.db").toString();
    }

    private static void assertStatus(ExecutionResult result, String task, TaskStatus status) {
        assertThat(result.task(task).status()).as(task).isEqualTo(status);
    }
}
