package io.cloacina.benchmarks.jmh;

import io.cloacina.benchmarks.Shape;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.readiness.ContextValues;
import io.cloacina.domain.readiness.Opened;
import io.cloacina.domain.readiness.Progress;
import io.cloacina.domain.readiness.TaskStates;
import io.cloacina.domain.trigger.Condition;
import io.cloacina.domain.trigger.TriggerRule;
import io.cloacina.domain.workflow.TaskOptions;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.domain.workflow.WorkflowBuilder;
import io.cloacina.domain.workflow.WorkflowDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What becomes of the tasks behind one that ended; an element is such a task, or what a rule asks about. */
@State(Scope.Thread)
public class ProgressSpeed {

    private static final TaskStates.State FAILED = new TaskStates.State(TaskStatus.FAILED, 0, 0);
    private static final TaskStates.State WAITING = new TaskStates.State(TaskStatus.NOT_STARTED, 1, 0);

    @Param({"100", "1000"})
    public int elements;

    private WorkflowDefinition fan = Shape.single().workflow(context -> {}).definition();
    private WorkflowDefinition chain = fan;
    private WorkflowDefinition ruled = fan;
    private List<Opened> opened = List.of();

    @Setup
    public void prepare() {
        fan = Shape.fan(elements).workflow(context -> {}).definition();
        chain = Shape.chain(elements + 1).workflow(context -> {}).definition();
        ruled = ruled(elements).definition();
        opened = IntStream.rangeClosed(1, elements)
                .mapToObj(task -> new Opened(task, 0))
                .toList();
    }

    /** A task that runs if one of many failed. */
    private static Workflow ruled(int dependencies) {
        WorkflowBuilder builder = Workflow.named("ruled");
        List<String> ids =
                IntStream.range(0, dependencies).mapToObj("t%06d"::formatted).toList();
        ids.forEach(id -> builder.task(id, context -> {}));
        TriggerRule rule =
                TriggerRule.any(ids.stream().map(Condition::taskFailed).toArray(TriggerRule[]::new));
        return builder.task("z", context -> {}, TaskOptions.after(ids).when(rule))
                .build();
    }

    /** All behind one that completed become ready. */
    @Benchmark
    public Progress fanOut() {
        return Progress.decide(fan, opened, TaskStates.NONE, ContextValues.NONE);
    }

    /** All behind one that failed are skipped, each for the one before it. */
    @Benchmark
    public Progress cascade() {
        TaskStates states = task -> Optional.of(task == 0 ? FAILED : WAITING);
        return Progress.decide(chain, List.of(new Opened(1, 1)), states, ContextValues.NONE);
    }

    /** One rule that asks about many tasks, of which the last makes it true. */
    @Benchmark
    public Progress rule() {
        TaskStates states =
                task -> Optional.of(task == elements - 1 ? FAILED : new TaskStates.State(TaskStatus.COMPLETED, 0, 0));
        return Progress.decide(ruled, List.of(new Opened(elements, 1)), states, ContextValues.NONE);
    }
}
