package io.cloacina.faults.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.faults.program.Deed;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The results of all executions that are over, as a caller is told them. */
record Endings(List<ExecutionResult> results) {

    static Endings read(Stored stored, String url) {
        try (DefaultRunner reader = DefaultRunner.open(url)) {
            return new Endings(stored.executions().entrySet().stream()
                    .filter(execution -> execution.getValue().isTerminal())
                    .map(execution -> ExecutionId.of(execution.getKey()))
                    .map(id -> reader.handleOf(id).orElseThrow().result(Duration.ZERO))
                    .toList());
        }
    }

    /** The executions that each submission became. */
    Map<String, Set<String>> bySubmission() {
        return results.stream()
                .collect(groupingBy(
                        Endings::submission, mapping(result -> result.id().toString(), toSet())));
    }

    static String submission(ExecutionResult result) {
        return result.context().require(Deed.SUBMISSION, String.class);
    }
}
