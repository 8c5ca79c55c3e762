package io.cloacina.simulation.plan;

import io.cloacina.domain.context.ConflictPolicy;
import io.cloacina.domain.trigger.Operator;
import io.cloacina.simulation.world.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Draws workflows: every shape, every rule, bodies that return, throw, hang and ignore. */
final class BlueprintMaker {

    private static final List<String> TEXTS = List.of("a", "b", "c");
    private static final List<String> NUMBERS = List.of("m", "n");
    private static final List<Rule.Kind> OF_DEPENDENCIES = List.of(
            Rule.Kind.ALL_COMPLETED,
            Rule.Kind.NONE_FAILED,
            Rule.Kind.ANY_COMPLETED,
            Rule.Kind.ANY_FAILED,
            Rule.Kind.ALWAYS);

    private final Chance chance;

    BlueprintMaker(Chance chance) {
        this.chance = chance;
    }

    List<Blueprint> some(int count) {
        List<Blueprint> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(blueprint("w" + i));
        }
        return made;
    }

    private Blueprint blueprint(String name) {
        ConflictPolicy.Mode mode = chance.pick(List.of(
                ConflictPolicy.Mode.LAST_DECLARED,
                ConflictPolicy.Mode.LAST_DECLARED,
                ConflictPolicy.Mode.FAIL,
                ConflictPolicy.Mode.MERGE));
        List<Chore> chores = new ArrayList<>();
        int size = chance.between(1, 7);
        for (int i = 0; i < size; i++) {
            chores.add(chore(chores, mode));
        }
        Duration timeout = chance.nextInt(6) == 0 ? Duration.ofSeconds(chance.between(1, 15)) : null;
        return new Blueprint(name, chores, mode, timeout);
    }

    private Chore chore(List<Chore> before, ConflictPolicy.Mode mode) {
        List<String> dependencies = dependencies(before);
        Rule rule = dependencies.isEmpty() || chance.nextBoolean()
                ? Rule.of(Rule.Kind.ALL_COMPLETED)
                : rule(ancestors(dependencies, before), mode, 2);
        return new Chore(
                "t" + before.size(),
                dependencies,
                rule,
                chance.between(1, 3),
                Duration.ofMillis(chance.pick(List.of(0, 100, 2_000))),
                Duration.ofSeconds(chance.pick(List.of(1, 3, 300))),
                turns(),
                writes());
    }

    private List<String> dependencies(List<Chore> before) {
        Set<String> ids = new LinkedHashSet<>();
        for (int wanted = before.isEmpty() ? 0 : chance.between(0, 3); wanted > 0; wanted--) {
            boolean near = chance.nextBoolean();
            ids.add(
                    near
                            ? before.get(before.size() - 1).id()
                            : chance.pick(before).id());
        }
        return List.copyOf(ids);
    }

    private static List<String> ancestors(List<String> dependencies, List<Chore> before) {
        Set<String> ancestors = new TreeSet<>(dependencies);
        for (int i = before.size() - 1; i >= 0; i--) {
            if (ancestors.contains(before.get(i).id())) {
                ancestors.addAll(before.get(i).dependencies());
            }
        }
        return List.copyOf(ancestors);
    }

    private Rule rule(List<String> ancestors, ConflictPolicy.Mode mode, int levels) {
        return switch (chance.nextInt(levels > 0 ? 6 : 4)) {
            case 0, 1 -> Rule.of(chance.pick(OF_DEPENDENCIES));
            case 2 ->
                Rule.ofTask(
                        chance.pick(List.of(Rule.Kind.TASK_COMPLETED, Rule.Kind.TASK_FAILED, Rule.Kind.TASK_SKIPPED)),
                        chance.pick(ancestors));
            case 3 -> mode == ConflictPolicy.Mode.LAST_DECLARED ? value() : Rule.of(Rule.Kind.ALWAYS);
            default -> combination(ancestors, mode, levels - 1);
        };
    }

    private Rule value() {
        Operator operator = chance.pick(List.of(Operator.values()));
        return chance.nextBoolean()
                ? Rule.ofValue(Rule.Kind.NUMBER_VALUE, chance.pick(NUMBERS), operator, chance.nextInt(10))
                : Rule.ofValue(Rule.Kind.TEXT_VALUE, chance.pick(TEXTS), operator, chance.nextInt(3));
    }

    private Rule combination(List<String> ancestors, ConflictPolicy.Mode mode, int levels) {
        List<Rule> parts = new ArrayList<>();
        for (int wanted = chance.between(0, 3); wanted > 0; wanted--) {
            parts.add(rule(ancestors, mode, levels));
        }
        return Rule.of(chance.pick(List.of(Rule.Kind.ALL, Rule.Kind.ANY, Rule.Kind.NONE)), parts);
    }

    private List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (int wanted = chance.between(1, 3); wanted > 0; wanted--) {
            turns.add(new Turn(length(), ending()));
        }
        return turns;
    }

    private Duration length() {
        return switch (chance.nextInt(10)) {
            case 0 -> Duration.ofSeconds(chance.between(2, 12));
            case 1, 2, 3 -> Duration.ofMillis(chance.between(100, 2_000));
            default -> Duration.ofMillis(chance.between(0, 30));
        };
    }

    private Turn.Ending ending() {
        return switch (chance.nextInt(20)) {
            case 0, 1, 2, 3 -> Turn.Ending.THROWS;
            case 4 -> Turn.Ending.THROWS_FOR_GOOD;
            case 5 -> Turn.Ending.IS_DEAF;
            case 6 -> Turn.Ending.WRITES_POISON;
            default -> Turn.Ending.RETURNS;
        };
    }

    private List<Write> writes() {
        List<Write> writes = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (int wanted = chance.between(0, 3); wanted > 0; wanted--) {
            boolean text = chance.nextBoolean();
            String key = chance.pick(text ? TEXTS : NUMBERS);
            Write.Kind kind = chance.nextInt(5) == 0 ? Write.Kind.REMOVAL : text ? Write.Kind.TEXT : Write.Kind.NUMBER;
            if (keys.add(key)) {
                writes.add(new Write(key, kind));
            }
        }
        return writes;
    }
}
