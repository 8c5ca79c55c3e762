package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.execution.UnknownStateException;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.StoreException;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** One execution with a word of a newer version in its rows: it is left alone, visibly, and all others go on. */
abstract class UnknownWordChapter extends Chapter {

    private static final String EXECUTION = "update workflow_executions set %s where id = ";
    private static final String WHY = "select parked_reason from workflow_executions where id = ";

    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch release = new CountDownLatch(1);

    private final Workflow held =
            Workflow.named("held").task("only", this::waitForRelease).build();

    @Test
    void an_execution_whose_status_is_unknown_is_parked_and_the_others_of_its_runner_go_on() throws Exception {
        spoil();
        DefaultRunner runner = open(runner().workflows(held));
        ExecutionHandle poisoned = runner.start("held", Secrets.context());
        ExecutionHandle good = runner.start("held", Secrets.context());
        begun.await();
        writeNewWord(EXECUTION.formatted("status = 'DANCING'"), poisoned.id());

        release.countDown();

        assertCompleted(good);
        await().atMost(PATIENCE).until(() -> parkedReason(poisoned.id()) != null);
        assertThat(parkedReason(poisoned.id())).contains("workflow_executions.status", "'DANCING'");
        assertThatThrownBy(() -> runner.explain(poisoned.id()))
                .isInstanceOf(StoreException.Unreadable.class)
                .hasMessageContaining(poisoned.id().toString());
        assertThatThrownBy(poisoned::cancel).isInstanceOf(StoreException.Unreadable.class);
        assertCompleted(runner.start("held", Secrets.context()));
    }

    @Test
    void an_execution_that_was_left_alone_goes_on_when_its_row_is_repaired() throws Exception {
        spoil();
        DefaultRunner runner = open(runner().settings(Leases.SHORT::in).workflows(held));
        ExecutionHandle poisoned = runner.start("held", Secrets.context());
        runner.start("held", Secrets.context());
        begun.await();
        writeNewWord(EXECUTION.formatted("status = 'DANCING'"), poisoned.id());
        release.countDown();
        await().atMost(PATIENCE).until(() -> parkedReason(poisoned.id()) != null);
        runner.close();

        write(EXECUTION.formatted("status = 'RUNNING'"), poisoned.id());

        DefaultRunner next = open(runner().workflows(held));
        assertCompleted(next.handleOf(poisoned.id()).orElseThrow());
        assertThat(next.explain(poisoned.id()).parked()).isEmpty();
    }

    @Test
    void whoever_waits_for_executions_of_another_runner_hears_of_those_that_can_be_read() throws Exception {
        spoil();
        DefaultRunner worker = open(runner().workflows(held));
        DefaultRunner waiting = open(runner());
        ExecutionId poisoned = worker.start("held", Secrets.context()).id();
        ExecutionId good = worker.start("held", Secrets.context()).id();
        begun.await();
        CompletableFuture<ExecutionResult> never =
                waiting.handleOf(poisoned).orElseThrow().completion();
        CompletableFuture<ExecutionResult> ended =
                waiting.handleOf(good).orElseThrow().completion();
        writeNewWord(EXECUTION.formatted("status = 'DANCING'"), poisoned);

        release.countDown();

        await().atMost(PATIENCE).until(ended::isDone);
        assertThat(ended).isCompleted();
        await().atMost(PATIENCE).until(never::isDone);
        assertThatThrownBy(never::join).hasRootCauseInstanceOf(UnknownStateException.class);
    }

    @Test
    void a_task_whose_input_depends_on_an_unknown_status_fails_with_that_reason_and_the_others_run() throws Exception {
        spoil();
        Workflow mended = Workflow.named("mended")
                .task("fails", this::failAfterRelease, root().retry(RetryPolicy.none()))
                .task("mends", context -> {}, after("fails").when(TriggerRule.always()))
                .task("last", context -> {}, after("mends").when(TriggerRule.always()))
                .build();
        DefaultRunner runner = open(runner().workflows(mended));
        ExecutionHandle poisoned = runner.start("mended", Secrets.context());
        ExecutionHandle good = runner.start("mended", Secrets.context());
        begun.await();
        writeNewWord(
                "update task_executions set status = 'DANCING' where ordinal = 2 and execution_id = ", poisoned.id());

        release.countDown();

        assertThat(good.result(PATIENCE).tasks().get(1).status()).isEqualTo(TaskStatus.COMPLETED);
        await().atMost(PATIENCE).until(() -> parkedReason(poisoned.id()) != null);
        assertThat(runner.history(poisoned.id(), 0, 100))
                .anyMatch(recorded -> String.valueOf(recorded.event().detail()).contains("task_executions.status"));
        assertThat(runner.explain(poisoned.id()).parked())
                .hasValueSatisfying(why -> assertThat(why).contains("'DANCING'"));
    }

    private void waitForRelease(TaskContext context) throws InterruptedException {
        begun.countDown();
        release.await();
    }

    private void failAfterRelease(TaskContext context) throws InterruptedException {
        waitForRelease(context);
        throw new IllegalStateException("fails");
    }

    /** As a runner of a newer version might, which has changed the tables before. */
    private void writeNewWord(String update, ExecutionId id) throws SQLException {
        try (Connection connection = backend().connect();
                Statement statement = connection.createStatement()) {
            for (String change : backend().newer()) {
                statement.execute(change);
            }
        }
        write(update, id);
    }

    private void write(String update, ExecutionId id) throws SQLException {
        try (Connection connection = backend().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(update + backend().literal(id));
        }
    }

    private String parkedReason(ExecutionId id) throws SQLException {
        try (Connection connection = backend().connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(WHY + backend().literal(id))) {
            found.next();
            return found.getString(1);
        }
    }
}
