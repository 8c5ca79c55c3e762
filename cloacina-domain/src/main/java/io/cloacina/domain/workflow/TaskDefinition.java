package io.cloacina.domain.workflow;

import static io.cloacina.domain.Arguments.allGiven;
import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.retry.RetrySettings;
import io.cloacina.domain.trigger.TriggerRule;
import java.time.Duration;
import java.util.List;

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

    /** @throws RefusedArgumentException if a part is null; the rest is checked where the workflow is built */
    public TaskDefinition {
        given(id, "the id of a task", "choose a text that is unique in the workflow");
        dependencies = allGiven(dependencies, "the dependencies of a task", "give an empty list for none");
        given(rule, "the trigger rule of a task", "give TriggerRule.allCompleted() for the default");
        given(retry, "the retry settings of a task", "give those of RetryPolicy.exponential() for the default");
        given(timeout, "the time-out of a task", "give TaskOptions.DEFAULT_TIMEOUT for the default");
        given(codeVersion, "the version of a task", "give the empty text for none");
    }
}
