package io.cloacina.domain.trigger;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides whether a task runs or is skipped. It is looked at once, when all dependencies of the task are terminal. The
 * default is {@link #allCompleted()}.
 *
 * <p>A rule is a {@link DependencyRule} about the direct dependencies as a whole, a {@link Condition} about one task or
 * one context key, or a {@link Combination} of rules. Rules nest up to {@value #MOST_LEVELS} levels.
 *
 * <p>Immutable, thread-safe, and compared by value. A rule holds no user code, so that it can be stored and decided inside
 * the store's transaction.
 */
public sealed interface TriggerRule permits DependencyRule, Condition, Combination {

    /** How deep rules may nest: a rule without parts has one level. */
    int MOST_LEVELS = 16;

    /** True when every direct dependency completed; the default. */
    static TriggerRule allCompleted() {
        return DependencyRule.ALL_COMPLETED;
    }

    /** True when every direct dependency completed or was skipped. */
    static TriggerRule noneFailed() {
        return DependencyRule.NONE_FAILED;
    }

    /** True when at least one direct dependency completed. */
    static TriggerRule anyCompleted() {
        return DependencyRule.ANY_COMPLETED;
    }

    /** True when at least one direct dependency failed. */
    static TriggerRule anyFailed() {
        return DependencyRule.ANY_FAILED;
    }

    /** True however the dependencies ended. */
    static TriggerRule always() {
        return DependencyRule.ALWAYS;
    }

    /**
     * True when all of these hold; true of nothing.
     *
     * @throws RefusedArgumentException if a rule is null, or the rules nest too deep
     */
    static TriggerRule all(TriggerRule... rules) {
        return Combination.of(Quantifier.ALL, rules);
    }

    /**
     * True when at least one of these holds; false of nothing.
     *
     * @throws RefusedArgumentException if a rule is null, or the rules nest too deep
     */
    static TriggerRule any(TriggerRule... rules) {
        return Combination.of(Quantifier.ANY, rules);
    }

    /**
     * True when none of these holds; true of nothing.
     *
     * @throws RefusedArgumentException if a rule is null, or the rules nest too deep
     */
    static TriggerRule none(TriggerRule... rules) {
        return Combination.of(Quantifier.NONE, rules);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @param where the path of the value in its document, for messages: {@code $.tasks[3].when}
     * @throws MalformedDefinitionException if the value is no rule that this version knows
     */
    static TriggerRule fromJson(String where, JsonValue value) {
        return RuleReader.read(where, value, 1);
    }

    /** Whether the task runs. A pure function of the rule and the view. */
    boolean holds(TriggerView view);

    /**
     * Why the task does not run, for its history: names the task or key responsible, never a value. Asked only when the
     * rule does not hold.
     */
    String objection(TriggerView view);

    /** The conditions in the rule, at any depth, in order. */
    Stream<Condition> conditions();

    /** The tasks that the rule names, in order. */
    default Set<String> taskIds() {
        Set<String> ids = new LinkedHashSet<>();
        conditions().forEach(condition -> {
            if (condition instanceof TaskCondition ofTask) {
                ids.add(ofTask.task());
            }
        });
        return Collections.unmodifiableSet(ids);
    }

    /** The context keys that the rule names, in order. */
    default Set<String> contextKeys() {
        Set<String> keys = new LinkedHashSet<>();
        conditions().forEach(condition -> {
            if (condition instanceof ContextCondition ofContext) {
                keys.add(ofContext.key());
            }
        });
        return Collections.unmodifiableSet(keys);
    }

    /** Whether the rule looks at all direct dependencies of its task, beyond those it names. */
    boolean looksAtDependencies();

    /** How many levels of rules there are: one for a rule without parts. */
    int levels();

    /** The rule as stored. */
    JsonObject toJson();
}
