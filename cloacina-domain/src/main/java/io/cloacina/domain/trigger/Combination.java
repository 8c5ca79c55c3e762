package io.cloacina.domain.trigger;

import static io.cloacina.domain.Arguments.allGiven;
import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule made of rules.
 *
 * @param quantifier how many of them must hold
 * @param rules the rules, looked at in this order until the answer is known
 */
public record Combination(Quantifier quantifier, List<TriggerRule> rules) implements TriggerRule {

    private static final int SHOWN = 3;
    private static final String RULES = "the rules of a combination";
    private static final String REMEDY = "give a rule, or leave it out";

    public Combination {
        given(quantifier, "the quantifier of a combination", "choose one of the three");
        rules = allGiven(rules, RULES, REMEDY);
        if (levelsOver(rules) > MOST_LEVELS) {
            throw new RefusedArgumentException(
                    "a trigger rule", "must nest at most " + MOST_LEVELS + " levels deep", "make this one flatter");
        }
    }

    static Combination of(Quantifier quantifier, TriggerRule... rules) {
        return new Combination(quantifier, allGiven(rules, RULES, REMEDY));
    }

    @Override
    public boolean holds(TriggerView view) {
        return switch (quantifier) {
            case ALL -> rules.stream().allMatch(rule -> rule.holds(view));
            case ANY -> rules.stream().anyMatch(rule -> rule.holds(view));
            case NONE -> rules.stream().noneMatch(rule -> rule.holds(view));
        };
    }

    @Override
    public String objection(TriggerView view) {
        return switch (quantifier) {
            case ALL -> first(view, false, rule -> rule.objection(view));
            case ANY -> rules.isEmpty() ? "any() of nothing never holds" : joined(rule -> rule.objection(view), "; ");
            case NONE -> first(view, true, rule -> rule + " holds, and none() must not");
        };
    }

    private String first(TriggerView view, boolean holding, Function<TriggerRule, String> text) {
        return rules.stream()
                .filter(rule -> rule.holds(view) == holding)
                .findFirst()
                .map(text)
                .orElse("");
    }

    /** The texts of the first few rules: there may be thousands, and the text is stored and shown. */
    private String joined(Function<TriggerRule, String> text, String separator) {
        String shown = rules.stream().limit(SHOWN).map(text).collect(Collectors.joining(separator));
        return rules.size() <= SHOWN ? shown : shown + separator + "… (" + rules.size() + " rules)";
    }

    @Override
    public Stream<Condition> conditions() {
        return rules.stream().flatMap(TriggerRule::conditions);
    }

    @Override
    public boolean looksAtDependencies() {
        return rules.stream().anyMatch(TriggerRule::looksAtDependencies);
    }

    @Override
    public int levels() {
        return levelsOver(rules);
    }

    private static int levelsOver(List<TriggerRule> rules) {
        return 1 + rules.stream().mapToInt(TriggerRule::levels).max().orElse(0);
    }

    @Override
    public JsonObject toJson() {
        JsonArray parts = new JsonArray(rules.stream().map(TriggerRule::toJson).collect(Collectors.toList()));
        return JsonObject.builder()
                .add("kind", quantifier.toString())
                .add("rules", parts)
                .build();
    }

    /** As it is written in code, shortened: {@code any(taskFailed('a'), taskFailed('b'))}. */
    @Override
    public String toString() {
        return quantifier + "(" + joined(TriggerRule::toString, ", ") + ")";
    }
}
