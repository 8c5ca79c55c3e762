package io.cloacina.faults.program;

import io.cloacina.domain.execution.TaskStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What must become of one submission, whoever runs its tasks and however often: which tries fail, what each task writes, how
 * each ends. A function of the submission's name and the shape alone.
 *
 * @param submission its name, which no other submission has
 * @param shape its workflow
 */
public record Fate(String submission, Shape shape) {

    /** What the hash of a task's name says of its tries: of ten tasks one fails once, and one always. */
    private static final int KINDS = 10;

    private static final int FAILS_ONCE = 0;
    private static final int FAILS_ALWAYS = 1;

    private static final int LONG_ONES = 100;
    private static final int LONG_MILLIS = 3_500;
    private static final int SHORT_MILLIS = 12;

    /** Whether that try of the task throws. */
    boolean fails(String task, int attempt) {
        int kind = Math.floorMod(mixed(task), KINDS);
        return kind == FAILS_ALWAYS || (kind == FAILS_ONCE && attempt == 1);
    }

    /** How long the body of the task takes: some milliseconds, and of a hundred one takes longer than the leases of the campaigns. */
    long millis(String task) {
        int length = mixed(task) >>> 8;
        return length % LONG_ONES == 0 ? LONG_MILLIS : length % SHORT_MILLIS;
    }

    /** What the task writes when its direct dependencies wrote these. */
    static long value(String submission, String task, List<Long> written) {
        long sum = mixed(submission, task);
        for (long each : written) {
            sum = 31 * sum + each;
        }
        return sum;
    }

    /** How each task must end. */
    public Map<String, TaskStatus> ends() {
        Map<String, TaskStatus> ends = new LinkedHashMap<>();
        shape.nodes().forEach(node -> ends.put(node.name(), end(node, ends)));
        return ends;
    }

    private TaskStatus end(Node node, Map<String, TaskStatus> ends) {
        if (!node.rule().runsAfter(node.dependencies().stream().map(ends::get).toList())) {
            return TaskStatus.SKIPPED;
        }
        return fails(node.name(), node.tries()) ? TaskStatus.FAILED : TaskStatus.COMPLETED;
    }

    /** What each task that completes must have written. */
    public Map<String, Long> values() {
        Map<String, TaskStatus> ends = ends();
        Map<String, Long> values = new LinkedHashMap<>();
        for (Node node : shape.nodes()) {
            if (ends.get(node.name()) == TaskStatus.COMPLETED) {
                values.put(node.name(), value(submission, node.name(), written(node, values)));
            }
        }
        return values;
    }

    private static List<Long> written(Node node, Map<String, Long> values) {
        return node.dependencies().stream()
                .flatMap(name -> Optional.ofNullable(values.get(name)).stream())
                .toList();
    }

    /** A method of {@code String} whose result the language fixes, and a mixer over it. */
    private int mixed(String task) {
        return mixed(submission, task);
    }

    private static int mixed(String submission, String task) {
        int hash = (submission + "/" + task).hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }
}
