package io.cloacina.simulation.plan;

import io.cloacina.simulation.store.Trouble;
import io.cloacina.simulation.world.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Draws a plan. Some plans have no fault of a kind at all, others have it often: rare paths need their own weather. */
final class PlanMaker {

    private static final int A_STORM = 250;

    private final long seed;
    private final Chance chance;

    PlanMaker(long seed) {
        this.seed = seed;
        this.chance = Chance.of(seed, "plan");
    }

    Plan make() {
        Settings settings = settings();
        List<Blueprint> blueprints = new BlueprintMaker(chance).some(chance.between(1, 2));
        List<Step> steps = new ArrayList<>();
        int orders = new OrderMaker(chance, settings.runners()).add(steps, blueprints, chance.between(1, 4));
        ActMaker acts = new ActMaker(chance, settings, blueprints, orders);
        int most = chance.pick(List.of(0, 2, 4, 8));
        for (int i = 0; i < most; i++) {
            steps.add(new Step(sometime(), acts.next()));
        }
        steps.sort(Comparator.comparing(Step::at));
        return new Plan(seed, settings, blueprints, steps, trouble());
    }

    private Settings settings() {
        return new Settings(
                chance.between(1, 3),
                chance.between(1, 4),
                chance.pick(List.of(1, 2, 8, 64)),
                Duration.ofSeconds(chance.pick(List.of(2, 4, 8))),
                chance.between(0, 3),
                Duration.ofMillis(chance.pick(List.of(0, 500, 3_000))),
                Duration.ofMillis(chance.pick(List.of(1, 2, 20, 100))),
                chance.nextInt(2) == 0);
    }

    private Duration sometime() {
        return Duration.ofMillis(chance.nextLong(Plan.BUSY_TIME.toMillis()));
    }

    private Map<Trouble, Integer> trouble() {
        Map<Trouble, Integer> rates = new EnumMap<>(Trouble.class);
        int calm = chance.between(0, 3);
        for (Trouble kind : Trouble.values()) {
            if (chance.nextInt(4) < calm) {
                rates.put(kind, chance.pick(List.of(5, 20, 60)));
            }
        }
        if (chance.nextInt(3) == 0) {
            rates.put(chance.pick(List.of(Trouble.values())), A_STORM);
        }
        return rates;
    }
}
