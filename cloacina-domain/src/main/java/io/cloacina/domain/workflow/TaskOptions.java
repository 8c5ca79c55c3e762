package io.cloacina.domain.workflow;

import static io.cloacina.domain.Arguments.allGiven;
import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.trigger.TriggerRule;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How a task is run: after which others, when, how often, how long. Begins with {@link #after(String...)} or {@link
 * #root()}; every method returns new options, so that one value may be shared by many tasks. Immutable and thread-safe.
 *
 * <p>Everything is checked when the workflow is built, where the message can name the task; only null is refused at once,
 * with a {@link RefusedArgumentException}.
 */
public final class TaskOptions {

    /** How long one try may take unless {@link #timeout} says otherwise: five minutes. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

    private static final String DEPENDENCIES = "the dependencies of a task";
    private static final String NO_DEPENDENCIES = "name tasks of the workflow, or say root() for none";

    private static final TaskOptions ROOT =
            new TaskOptions(List.of(), TriggerRule.allCompleted(), RetryPolicy.exponential(), DEFAULT_TIMEOUT, "");

    private final List<String> dependencies;
    private final TriggerRule rule;
    private final RetryPolicy retry;
    private final Duration timeout;
    private final String version;

    private TaskOptions(
            List<String> dependencies, TriggerRule rule, RetryPolicy retry, Duration timeout, String version) {
        this.dependencies = dependencies;
        this.rule = rule;
        this.retry = retry;
        this.timeout = timeout;
        this.version = version;
    }

    /** A task that waits for no other: it starts with the execution. */
    public static TaskOptions root() {
        return ROOT;
    }

    /**
     * A task that waits for others.
     *
     * @param ids the ids of its direct dependencies; they may be declared later. Their order decides which value wins
     *     when two of them bring different values of one context key: the later one's
     */
    public static TaskOptions after(String... ids) {
        return after(allGiven(ids, DEPENDENCIES, NO_DEPENDENCIES));
    }

    /** As {@link #after(String...)}, for dependencies that are computed. */
    public static TaskOptions after(Collection<String> ids) {
        List<String> dependencies = allGiven(ids, DEPENDENCIES, NO_DEPENDENCIES);
        return new TaskOptions(dependencies, ROOT.rule, ROOT.retry, ROOT.timeout, ROOT.version);
    }

    /**
     * Whether the task runs, once its dependencies are terminal; otherwise it is skipped. Default: {@link
     * TriggerRule#allCompleted()}.
     */
    public TaskOptions when(TriggerRule triggerRule) {
        given(triggerRule, "the trigger rule of a task", "leave it out for the default");
        return new TaskOptions(dependencies, triggerRule, retry, timeout, version);
    }

    /**
     * How often and how soon a failed try is tried again. Default: {@link RetryPolicy#exponential()}; a body that must
     * not run again after an error needs another one.
     */
    public TaskOptions retry(RetryPolicy policy) {
        given(policy, "the retry policy of a task", "leave it out for the default");
        return new TaskOptions(dependencies, rule, policy, timeout, version);
    }

    /**
     * How long one try may take before it is interrupted and fails. From a millisecond to 3,650 days; default {@link
     * #DEFAULT_TIMEOUT}. It should be well above what the body takes on a bad day.
     */
    public TaskOptions timeout(Duration most) {
        given(most, "the time-out of a task", "leave it out for the default");
        return new TaskOptions(dependencies, rule, retry, most, version);
    }

    /**
     * The version of the body. The library cannot see when code changes; whoever wants such a change to make a new {@link
     * Workflow#version()} says so here. Any text that could be a task id; none by default.
     */
    public TaskOptions version(String codeVersion) {
        given(codeVersion, "the version of a task", "leave it out for none");
        return new TaskOptions(dependencies, rule, retry, timeout, codeVersion);
    }

    RetryPolicy retryPolicy() {
        return retry;
    }

    TaskDefinition define(String id) {
        return new TaskDefinition(id, dependencies, rule, retry.settings(), timeout, version);
    }
}
