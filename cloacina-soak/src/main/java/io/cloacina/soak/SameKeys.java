package io.cloacina.soak;

import io.cloacina.faults.keys.SameKeyRound;
import io.cloacina.faults.stage.Database;
import java.time.Duration;
import java.util.List;

/** The same idempotency keys from sixteen threads of each of two processes: everybody is told of the same execution. */
final class SameKeys implements Figure {

    private static final int KEYS_OF_A_ROUND = 100;

    @Override
    public int share() {
        return 1;
    }

    @Override
    public void take(Scene scene, Duration time) throws Exception {
        Clock clock = Clock.of(time);
        long keys = 0;
        long violations = 0;
        do {
            try (Database database = scene.newDatabase()) {
                String url = Scene.straightTo(database);
                List<String> found = new SameKeyRound(database, url, scene.newFolder(), KEYS_OF_A_ROUND).violations();
                found.forEach(each -> scene.report().explain(name() + ": " + each));
                keys += KEYS_OF_A_ROUND;
                violations += found.size();
            }
        } while (!clock.isOver());
        scene.report().atLeast(KEYS_OF_A_ROUND, name() + ": keys", keys, "keys");
        scene.report().atMost(0, name() + ": violations", violations, "times");
    }
}
