package io.cloacina.faults.check;

import java.util.stream.Stream;

/** I8: once nothing happens any more, everything comes to an end. */
final class EverythingEnds implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.stored().executions().entrySet().stream()
                .filter(execution -> !execution.getValue().isTerminal())
                .map(execution -> "stranded: execution " + execution.getKey() + ", " + execution.getValue());
    }
}
