package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.UnreadableContextException;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.ExecutionResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Results of executions whose rows somebody has damaged since. */
abstract class ResultChapter extends Chapter {

    @Test
    void a_damaged_context_leaves_a_result_with_everything_else() throws SQLException {
        Workflow greeting = Workflow.named("greeting")
                .task("greet", context -> context.put("text", "hello"))
                .build();
        ExecutionId id = open(runner().workflows(greeting))
                .execute("greeting", Secrets.context())
                .id();
        damageContexts();

        ExecutionResult result =
                open(runner().workflows(greeting)).handleOf(id).orElseThrow().result(PATIENCE);

        assertThat(result.requireCompleted().task("greet").attempts()).isEqualTo(1);
        assertThatThrownBy(result::context)
                .isInstanceOf(UnreadableContextException.class)
                .hasMessageContaining("Restore the rows of this execution");
    }

    private void damageContexts() throws SQLException {
        try (Connection connection = backend().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update task_contexts set keys = '{\"text\": \"nobody\"}' where writer >= 0");
        }
    }
}
