package io.cloacina.soak;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.faults.stage.Database;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Random payloads, many of them hostile: what is accepted reads back equal, what is refused is refused before the database. */
final class Payloads implements Figure {

    private static final int BATCH = 50;

    /** What came of them so far. */
    private static final class Tally {
        private long accepted;
        private long refused;
        private long changed;
    }

    @Override
    public int share() {
        return 2;
    }

    @Override
    public void take(Scene scene, Duration time) {
        Tally tally = new Tally();
        Clock clock = Clock.of(time);
        RandomPayload payloads = new RandomPayload(new SplittableRandom(scene.seed()));
        Workflow echo = Workflow.named("echo")
                .task(
                        "echo",
                        context -> context.put("echo", context.get("payload").orElseThrow()))
                .build();
        try (Database database = scene.newDatabase();
                DefaultRunner runner = DefaultRunner.open(Scene.straightTo(database), echo)) {
            do {
                batch(runner, payloads, tally);
            } while (!clock.isOver());
        }
        scene.report().atLeast(1, name() + ": accepted", tally.accepted, "payloads");
        scene.report().atLeast(1, name() + ": refused by the validator", tally.refused, "payloads");
        scene.report().atMost(0, name() + ": accepted and not read back equal", tally.changed, "payloads");
    }

    private static void batch(DefaultRunner runner, RandomPayload payloads, Tally tally) {
        List<Context> contexts = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            context(payloads).ifPresentOrElse(contexts::add, () -> tally.refused++);
        }
        List<ExecutionHandle> handles = runner.startAll("echo", contexts);
        for (int i = 0; i < contexts.size(); i++) {
            tally.accepted++;
            tally.changed += isEchoed(contexts.get(i).toJson(), handles.get(i).result()) ? 0 : 1;
        }
    }

    private static Optional<Context> context(RandomPayload payloads) {
        try {
            return Optional.of(Context.fromJson(
                    JsonObject.builder().add("payload", payloads.next()).build()));
        } catch (InvalidPayloadException invalid) {
            return Optional.empty();
        }
    }

    private static boolean isEchoed(JsonObject given, ExecutionResult result) {
        JsonObject read = result.context().toJson();
        return read.get("payload").equals(given.get("payload"))
                && read.get("echo").equals(given.get("payload"));
    }
}
