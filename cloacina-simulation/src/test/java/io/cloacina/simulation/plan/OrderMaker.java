package io.cloacina.simulation.plan;

import io.cloacina.simulation.world.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws submissions, some under a key that was used before, with the same input or another. */
final class OrderMaker {

    private static final int HALF_OF_THE_TIME_MILLIS = 10_000;

    private final Chance chance;
    private final int runners;
    private final List<Order> made = new ArrayList<>();

    OrderMaker(Chance chance, int runners) {
        this.chance = chance;
        this.runners = runners;
    }

    /** Returns how many orders there are. */
    int add(List<Step> steps, List<Blueprint> blueprints, int count) {
        for (int i = 0; i < count; i++) {
            add(steps, fresh(chance.pick(blueprints).name()));
            if (chance.nextInt(4) == 0) {
                add(steps, again(chance.pick(made)));
            }
        }
        return made.size();
    }

    private void add(List<Step> steps, Order order) {
        made.add(order);
        Duration at = Duration.ofMillis(chance.nextInt(3) == 0 ? 0 : chance.nextInt(HALF_OF_THE_TIME_MILLIS));
        steps.add(new Step(at, new Submit(chance.nextInt(runners), order)));
    }

    private Order fresh(String workflow) {
        @Nullable String key = chance.nextInt(3) == 0 ? "key" + made.size() : null;
        @Nullable Duration timeout = chance.nextInt(8) == 0 ? Duration.ofSeconds(chance.between(1, 10)) : null;
        boolean poisoned = chance.nextInt(12) == 0;
        return new Order(made.size(), workflow, chance.nextInt(7), poisoned, key, chance.between(-1, 1), timeout);
    }

    private Order again(Order earlier) {
        int input = chance.nextInt(3) == 0 ? earlier.input() + 1 : earlier.input();
        return new Order(
                made.size(),
                earlier.workflow(),
                input,
                earlier.poisoned(),
                earlier.key(),
                earlier.priority(),
                earlier.timeout());
    }
}
