package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.verify.Invariant;
import io.cloacina.ports.verify.Verification;
import io.cloacina.ports.verify.Violation;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.StartOptions;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.ChildJvm;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user is told who looks through his database: nothing when it is good, and everything that is not. */
abstract class VerifyChapter extends Chapter {

    private static final Damage NONE = new Damage("none", "untouched", List.of());

    @Test
    void every_planted_contradiction_is_found_and_a_good_execution_never_named() throws SQLException {
        spoil();
        Map<Damage, ExecutionId> told = tell();
        assertThat(Verify.database(backend().url()).violations()).isEmpty();
        plant(told);

        Verification found = Verify.database(backend().url(), 1_000);

        assertThat(Damage.all().stream().map(Damage::invariant).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Invariant.all().stream().map(Invariant::id).toList());
        assertThat(Damage.all())
                .allSatisfy(damage -> assertThat(executionsIn(found, damage.invariant()))
                        .as(damage.name())
                        .contains(told.get(damage).toString()));
        assertThat(found.violations())
                .allSatisfy(violation -> assertThat(
                                executionsIn(found, violation.invariant().id()))
                        .doesNotContain(told.get(NONE).toString()));
    }

    /** One execution for each damage, and one for none. */
    private Map<Damage, ExecutionId> tell() {
        Map<Damage, ExecutionHandle> handles = new LinkedHashMap<>();
        Map<Damage, ExecutionId> told = new LinkedHashMap<>();
        try (DefaultRunner runner = runner().workflows(FailedStory.workflow()).open()) {
            Stream.concat(Stream.of(NONE), Damage.all().stream())
                    .forEach(damage -> handles.put(
                            damage,
                            runner.start(
                                    FailedStory.NAME, Secrets.context(), StartOptions.idempotencyKey(damage.name()))));
            handles.forEach((damage, handle) -> {
                assertThat(handle.result(PATIENCE).status()).isEqualTo(ExecutionStatus.FAILED);
                told.put(damage, handle.id());
            });
        }
        return told;
    }

    private void plant(Map<Damage, ExecutionId> told) throws SQLException {
        try (Connection connection = backend().connect();
                Statement statement = connection.createStatement()) {
            for (String removal : backend().unguarded()) {
                statement.execute(removal);
            }
            for (Map.Entry<Damage, ExecutionId> each : told.entrySet()) {
                for (String sql : each.getKey().statements()) {
                    assertThat(statement.executeUpdate(
                                    sql.replace("{id}", backend().literal(each.getValue()))
                                            .replace("{3 hours}", backend().threeHours())))
                            .as(each.getKey().name())
                            .isPositive();
                }
            }
        }
    }

    private static List<String> executionsIn(Verification found, String invariant) {
        return found.violations().stream()
                .filter(violation -> violation.invariant().id().equals(invariant))
                .flatMap(violation -> violation.rows().stream())
                .map(row -> row.get("execution_id"))
                .toList();
    }

    @Test
    void rows_beyond_the_wanted_ones_are_counted_and_no_key_is_shown() throws SQLException {
        spoil();
        plant(tell());
        try (Connection connection = backend().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update task_executions set attempt = attempt + 1");
        }

        Verification found = Verify.database(backend().url(), 2);

        assertThat(found.violations())
                .allSatisfy(violation -> assertThat(violation.rows()).hasSizeLessThanOrEqualTo(2));
        assertThat(found.violations())
                .filteredOn(violation -> violation.invariant().id().equals("Q9"))
                .extracting(Violation::count)
                .allSatisfy(count -> assertThat(count).isGreaterThan(100));
        assertThat(found.report()).contains("Q9: epochs", "    and ").doesNotContain("two ends", "untouched");
    }

    @Test
    void a_database_at_work_is_clean_whenever_it_is_looked_at() {
        DefaultRunner runner = open(runner().workflows(Shapes.diamond(journal()::ran), FailedStory.workflow()));
        List<CompletableFuture<?>> ends = IntStream.range(0, 200)
                .mapToObj(
                        number -> runner.start(number % 2 == 0 ? Shapes.DIAMOND : FailedStory.NAME, Secrets.context()))
                .<CompletableFuture<?>>map(ExecutionHandle::completion)
                .toList();
        CompletableFuture<?> all = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
        int looks = 0;
        do {
            assertThat(Verify.database(backend().url()).report()).contains(": clean, ");
            looks++;
        } while (!all.isDone());
        assertThat(looks).isPositive();
        assertThat(runner.list(failed())).hasSize(100);
    }

    private static ExecutionFilter failed() {
        return new ExecutionFilter(null, Set.of(ExecutionStatus.FAILED), null, 1000);
    }

    @Test
    void the_command_says_what_it_found_and_ends_with_a_status_for_scripts() throws SQLException {
        spoil();
        Map<Damage, ExecutionId> told = tell();
        try (ChildJvm clean = ChildJvm.start(Verify.class, backend().url())) {
            assertThat(clean.nextLine(PATIENCE))
                    .contains(": clean, " + Invariant.all().size() + " invariants hold");
            assertThat(clean.waitFor(PATIENCE)).isZero();
        }
        plant(told);
        try (ChildJvm bad = ChildJvm.start(Verify.class, backend().url())) {
            assertThat(bad.awaitLine(line -> line.startsWith("Q7: "), PATIENCE)).contains("has ended exactly when");
            assertThat(bad.waitFor(PATIENCE)).isEqualTo(1);
        }
    }
}
