package io.cloacina.faults.check;

import static java.util.stream.Collectors.toMap;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.faults.program.Deed;
import io.cloacina.faults.program.Fate;
import io.cloacina.faults.program.Shape;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.TaskResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every task ended as it had to, every value is the one that was to be computed from those before it, and was written under the
 * very claim that completed its task: nothing lost, nothing left over from a try that counts for nothing, no stale writer.
 */
final class EndsAsFated implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        Set<String> completed =
                evidence.stored().byClaim(EventKind.TASK_COMPLETED).keySet();
        return evidence.endings().results().stream()
                .flatMap(result -> violations(result, evidence.shape(result.workflow()), completed));
    }

    private static Stream<String> violations(ExecutionResult result, Shape shape, Set<String> completed) {
        Fate fate = new Fate(Endings.submission(result), shape);
        Map<String, TaskStatus> ends = result.tasks().stream().collect(toMap(TaskResult::task, TaskResult::status));
        Stream<String> wrongEnds = ends.equals(fate.ends())
                ? Stream.empty()
                : Stream.of(result.id() + " ended " + ends + " and not " + fate.ends());
        Context context = result.context();
        Stream<String> wrongValues = values(shape, context).equals(fate.values())
                ? Stream.empty()
                : Stream.of(result.id() + " has values " + values(shape, context) + " and not " + fate.values());
        return Stream.of(wrongEnds, wrongValues, strangers(context, fate, completed))
                .flatMap(each -> each);
    }

    private static Map<String, Long> values(Shape shape, Context context) {
        Map<String, Long> values = new LinkedHashMap<>();
        shape.nodes()
                .forEach(node -> context.get(Deed.valueKey(node.name()), Long.class)
                        .ifPresent(value -> values.put(node.name(), value)));
        return values;
    }

    private static Stream<String> strangers(Context context, Fate fate, Set<String> completed) {
        return fate.values().keySet().stream()
                .map(task -> context.get(Deed.writerKey(task), String.class).orElse("nobody"))
                .filter(writer -> !completed.contains(writer))
                .map(writer -> "a value is left from a claim that completed nothing: " + writer);
    }
}
