package io.cloacina.domain.workflow;

import io.cloacina.domain.retry.RetrySettings;
import io.cloacina.domain.trigger.TriggerRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The code-free part of one task, as it is stored.
 *
 * @param id the task's id, unique in its workflow
 * @param dependencies the ids of the tasks it depends on directly, in declared order
 * @param rule whether it runs, once these are terminal
 * @param retry the numbers of its retry policy
 * @param timeout how long one try may take
 * @param codeVersion the version declared for its body; empty when none was declared
 */
public record TaskDefinition(
        String id,
        List<String> dependencies,
        TriggerRule rule,
        RetrySettings retry,
        Duration timeout,
        String codeVersion) {

    public TaskDefinition {
        Objects.requireNonNull(id, "id");
        dependencies = List.copyOf(dependencies);
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(retry, "retry");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(codeVersion, "codeVersion");
    }
}
