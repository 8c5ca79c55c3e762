package io.cloacina.contract.memory;

import io.cloacina.domain.execution.ExecutionId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What the ports ask of the caller of a transaction: lock first, record last, nothing afterwards. */
final class Discipline {

    private final Set<ExecutionId> changeable = new HashSet<>();
    private boolean changing;
    private boolean recording;
    private boolean ended;

    void lock(Collection<ExecutionId> executions) {
        require(!changing, "lock comes first: this transaction has already changed something");
        changing = !executions.isEmpty();
        changeable.addAll(executions);
    }

    void admitted(ExecutionId execution) {
        changeable.add(execution);
    }

    void change(Stream<ExecutionId> executions) {
        require(!recording, "record comes last: this transaction has already appended to the history");
        changing = true;
        executions.forEach(id -> require(changeable.contains(id), "execution " + id + " is changed without its lock"));
    }

    void record() {
        changing = true;
        recording = true;
    }

    void requireInUse() {
        require(!ended, "the transaction has ended: its object must not be kept");
    }

    void end() {
        ended = true;
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalStateException(rule);
        }
    }
}
