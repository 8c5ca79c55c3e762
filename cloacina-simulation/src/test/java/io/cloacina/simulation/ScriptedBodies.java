package io.cloacina.simulation;

import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.task.TaskBody;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.simulation.check.Journal;
import io.cloacina.simulation.plan.Chore;
import io.cloacina.simulation.plan.Order;
import io.cloacina.simulation.plan.Turn;
import io.cloacina.simulation.plan.Writing;
import io.cloacina.simulation.store.RemoteStore;
import io.cloacina.simulation.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Bodies that do what the plan says, and write down that they did. */
final class ScriptedBodies {

    private final World world;
    private final Journal journal;
    private final Names names;

    ScriptedBodies(World world, Journal journal, Names names) {
        this.world = world;
        this.journal = journal;
        this.names = names;
    }

    TaskBody body(Chore chore) {
        return context -> run(chore, context);
    }

    private void run(Chore chore, TaskContext context) throws InterruptedException {
        JsonObject input = inputOf(context);
        Journal.Run run =
                journal.begin(world.here().name(), context.attemptToken(), context.attempt(), input, world.now());
        note(context, "begins " + input);
        Turn turn = chore.turn(context.attempt());
        try {
            take(turn);
        } catch (InterruptedException e) {
            run.ended(Journal.End.INTERRUPTED, world.now());
            note(context, "is interrupted");
            throw e;
        }
        boolean returns = returns(turn.ending());
        run.ended(returns ? Journal.End.RETURNED : Journal.End.THREW, world.now());
        note(context, turn.ending().toString());
        if (!returns) {
            throw chore.failure(turn);
        }
        write(chore, turn, input, context);
    }

    private void note(TaskContext context, String what) {
        world.note(world.here().name(), "  " + names.of(context.executionId()) + "/" + context.task() + " " + what);
    }

    private void take(Turn turn) throws InterruptedException {
        if (turn.ending() == Turn.Ending.IS_DEAF) {
            world.pass(turn.takes());
        } else {
            world.sleep(turn.takes());
        }
    }

    private static boolean returns(Turn.Ending ending) {
        return ending != Turn.Ending.THROWS && ending != Turn.Ending.THROWS_FOR_GOOD;
    }

    private static JsonObject inputOf(TaskContext context) {
        Map<String, JsonValue> members = new TreeMap<>();
        context.keys().forEach(key -> members.put(key, context.get(key).orElseThrow()));
        return new JsonObject(members);
    }

    private static void write(Chore chore, Turn turn, JsonObject input, TaskContext context) {
        Map<String, Optional<JsonValue>> writes = Writing.of(chore, context.attempt(), input);
        writes.forEach(
                (key, value) -> value.ifPresentOrElse(given -> context.put(key, given), () -> context.remove(key)));
        if (turn.ending() == Turn.Ending.WRITES_POISON) {
            context.put("bad", RemoteStore.POISON);
        }
    }

    /** The input of an order. */
    static JsonObject input(Order order) {
        return JsonObject.builder()
                .add("a", new JsonString("t" + order.input() % 3 + " at first"))
                .add("n", JsonNumber.of(order.input()))
                .add("z", new JsonString(order.poisoned() ? RemoteStore.POISON : "good"))
                .build();
    }
}
