package io.cloacina.examples.checkup;

import static io.cloacina.domain.retry.RetryCondition.exceptions;
import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;

import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.workflow.TaskOptions;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The checkup as a workflow: {@code scan}, then {@code shard-00} to {@code shard-15} at once, then {@code report} when all
 * of them are done.
 */
final class CheckupWorkflow {

    static final String NAME = "checkup";
    static final String SCAN = "scan";
    static final String REPORT = "report";
    static final int SHARDS = 16;

    /** A repository of a hundred gigabytes on a slow disk takes its time. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    /** A disk may have a bad moment; anything else would go wrong again. */
    private static final RetryPolicy RETRY = RetryPolicy.exponential().retryOn(exceptions(IOException.class));

    private CheckupWorkflow() {}

    /** The workflow with these bodies. */
    static Workflow of(CheckupTasks tasks) {
        WorkflowBuilder checkup = Workflow.named(NAME)
                .description("Verifies every file of a Maven repository against its checksum.")
                .task(SCAN, tasks::scan, root().timeout(PATIENCE).retry(RETRY));
        TaskOptions shardOptions = after(SCAN).timeout(PATIENCE).retry(RETRY);
        for (int shard = 0; shard < SHARDS; shard++) {
            int number = shard;
            checkup.task(shardTask(shard), context -> tasks.verify(context, number), shardOptions);
        }
        return checkup.task(REPORT, tasks::report, after(shardTasks()).retry(RETRY))
                .build();
    }

    /** The task of a shard, which is also the context key of its result. */
    static String shardTask(int shard) {
        return String.format("shard-%02d", shard);
    }

    private static List<String> shardTasks() {
        return IntStream.range(0, SHARDS).mapToObj(CheckupWorkflow::shardTask).toList();
    }
}
