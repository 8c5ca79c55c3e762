package io.cloacina.simulation.plan;

import io.cloacina.simulation.world.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Draws what befalls the runners. A new kind of act joins the list. */
final class ActMaker {

    private final Chance chance;
    private final Settings settings;
    private final List<Blueprint> blueprints;
    private final List<Supplier<Act>> kinds;

    ActMaker(Chance chance, Settings settings, List<Blueprint> blueprints, int orders) {
        this.chance = chance;
        this.settings = settings;
        this.blueprints = blueprints;
        this.kinds = List.of(
                () -> new Cancel(runner(), chance.nextInt(orders)),
                () -> new Await(runner(), chance.nextInt(orders)),
                () -> new Crash(runner(), upTo(5)),
                () -> new Crash(runner(), upTo(5)),
                () -> new Pause(runner(), upTo(12)),
                () -> new Redeploy(runner(), redesigned()),
                () -> new StepClock(runner(), upTo(120).minusSeconds(60)),
                () -> new StepStoreClock(upTo(20).minusSeconds(10)),
                () -> new Outage(upTo(12)));
    }

    Act next() {
        return chance.pick(kinds).get();
    }

    private int runner() {
        return chance.nextInt(settings.runners());
    }

    private Duration upTo(int seconds) {
        return Duration.ofMillis(chance.nextLong(seconds * 1000L));
    }

    private List<Blueprint> redesigned() {
        List<Blueprint> redesigned = new ArrayList<>();
        for (Blueprint blueprint : blueprints) {
            boolean changes = blueprint.chores().size() > 1 && chance.nextBoolean();
            redesigned.add(changes ? blueprint.without(chance.pick(blueprint.loose())) : blueprint);
        }
        return redesigned;
    }
}
