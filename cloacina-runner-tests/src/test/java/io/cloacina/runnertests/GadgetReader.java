package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.Verify;
import io.cloacina.runner.internal.json.JsonText;
import io.cloacina.testsupport.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A process that runs a workflow whose context is full of gadgets, says {@code ran <id>}, waits until they stand in every
 * other column too, reads all there is to read, says {@code read}, waits for the gate to close, and at last loads the class
 * itself. The JVM notes every class that it loads.
 */
final class GadgetReader {

    private static final String NAME = "gadgets";

    private GadgetReader() {}

    static ChildJvm start(String url, Path gate, Path loaded, int door) {
        return ChildJvm.start(
                List.of("-Xlog:class+load:file=" + loaded),
                GadgetReader.class,
                url,
                gate.toString(),
                Integer.toString(door));
    }

    private static Workflow workflow() {
        return Workflow.named(NAME).task("copy", GadgetReader::copyAll).build();
    }

    private static void copyAll(TaskContext context) {
        for (String key : Set.copyOf(context.keys())) {
            context.put("copy of " + key, context.require(key, JsonValue.class));
            context.put("map of " + key, context.require(key, Map.class));
        }
    }

    public static void main(String[] arguments) throws ClassNotFoundException {
        List<String> documents = Gadgets.documents(Integer.parseInt(arguments[2]));
        try (DefaultRunner runner = open(arguments[0])) {
            System.out.println("ran " + run(runner, documents));
        }
        await().until(() -> Files.exists(Path.of(arguments[1])));
        readEverything(arguments[0]);
        attempt(() -> executeAgain(arguments[0]));
        System.out.println("read");
        await().until(() -> Files.notExists(Path.of(arguments[1])));
        Class.forName(Gadgets.GADGET);
        System.out.println("loaded");
        System.exit(0);
    }

    private static DefaultRunner open(String url) {
        return DefaultRunner.builder().url(url).workflows(workflow()).open();
    }

    private static ExecutionId run(DefaultRunner runner, List<String> documents) {
        String text = IntStream.range(0, documents.size())
                .mapToObj(number -> "\"@class " + number + "\":" + documents.get(number))
                .collect(Collectors.joining(",", "{", "}"));
        Context context = Context.fromJson((JsonObject) JsonText.parse(text));
        var result = runner.execute(NAME, context);
        for (String key : context.keys()) {
            assertThat(result.context().get("copy of " + key)).isEqualTo(context.get(key));
            assertThat(result.context().get("map of " + key)).isEqualTo(context.get(key));
        }
        return result.id();
    }

    /** A hostile row may be refused, in our own words; it may do nothing else. */
    private static void readEverything(String url) {
        try (DefaultRunner runner = DefaultRunner.open(url)) {
            runner.list(new ExecutionFilter(null, Set.of(), null, 100)).forEach(found -> {
                attempt(() -> runner.explain(found.id()).toString());
                attempt(() -> runner.history(found.id(), 0, 100).toString());
                attempt(() -> runner.handleOf(found.id()).orElseThrow().result().toString());
                attempt(() -> runner.handleOf(found.id())
                        .orElseThrow()
                        .result()
                        .context()
                        .toString());
            });
            attempt(() -> Verify.database(url).report());
        }
    }

    private static String executeAgain(String url) {
        try (DefaultRunner runner = open(url)) {
            return runner.execute(NAME, Context.empty()).toString();
        }
    }

    private static void attempt(Supplier<String> read) {
        try {
            assertThat(read.get()).isNotEmpty();
        } catch (CloacinaException refused) {
            assertThat(refused.getMessage()).isNotEmpty();
        }
    }
}
