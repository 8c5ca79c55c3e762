package io.cloacina.domain.trigger;

import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.document.ObjectReader;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads stored trigger rules, strictly: an unknown kind, operator or member is an error that says where. */
final class RuleReader {

    /** The stored name of {@link ContextCondition}. */
    static final String CONTEXT_VALUE = "contextValue";

    private RuleReader() {}

    /** Reads one rule that stands {@code level} levels deep, from 1. */
    static TriggerRule read(String where, JsonValue value, int level) {
        if (level > TriggerRule.MOST_LEVELS) {
            throw new MalformedDefinitionException(where, "trigger rules nest deeper than this version allows");
        }
        ObjectReader members = ObjectReader.of(where, value);
        TriggerRule rule = rule(members, level);
        members.end();
        return rule;
    }

    private static TriggerRule rule(ObjectReader members, int level) {
        String kind = members.text("kind");
        Optional<DependencyRule> simple = DependencyRule.ofKind(kind);
        if (simple.isPresent()) {
            return simple.get();
        }
        Optional<TaskStatus> status = TaskCondition.statusOf(kind);
        if (status.isPresent()) {
            return new TaskCondition(members.text("task"), status.get());
        }
        return kind.equals(CONTEXT_VALUE) ? contextCondition(members) : combination(kind, members, level);
    }

    private static TriggerRule contextCondition(ObjectReader members) {
        String key = members.text("key");
        Operator operator = Operator.ofText(members.text("operator"))
                .orElseThrow(() -> members.malformed("operator", "the operator is unknown"));
        return new ContextCondition(key, operator, operator.takesOperand() ? members.value("operand") : JsonNull.NULL);
    }

    private static TriggerRule combination(String kind, ObjectReader members, int level) {
        Quantifier quantifier = Quantifier.ofText(kind)
                .orElseThrow(() -> members.malformed("kind", "the kind of trigger rule is unknown"));
        List<TriggerRule> rules = new ArrayList<>();
        for (JsonValue part : members.array("rules")) {
            rules.add(read(members.where("rules[" + rules.size() + "]"), part, level + 1));
        }
        return new Combination(quantifier, rules);
    }
}
