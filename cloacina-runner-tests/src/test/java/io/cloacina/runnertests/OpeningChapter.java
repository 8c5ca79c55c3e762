package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runners with new workflows that come while others write as fast as they can. */
abstract class OpeningChapter extends Chapter {

    private static final int NEWCOMERS = 5;
    private static final int MORE_THAN_IS_WAITED_FOR = 100_000;

    @Test
    void a_runner_with_a_new_workflow_opens_while_a_crowd_is_writing() throws IOException {
        Path gate = Files.createFile(folder.resolve("gate"));
        try (ChildJvm crowd =
                Callers.start(backend().url(), journal(), gate, MORE_THAN_IS_WAITED_FOR, Leases.PATIENT)) {
            for (int number = 0; number < NEWCOMERS; number++) {
                crowd.awaitLine(line -> line.startsWith("accepted "), PATIENCE);
                assertOpensAndRuns("newcomer-" + number);
            }
            crowd.kill();
        }
    }

    private void assertOpensAndRuns(String name) {
        Workflow workflow = Workflow.named(name).task("only", context -> {}).build();
        try (DefaultRunner newcomer = runner().workflows(workflow).open()) {
            assertThat(newcomer.execute(name, Secrets.context()).status()).isEqualTo(ExecutionStatus.COMPLETED);
        }
    }
}
