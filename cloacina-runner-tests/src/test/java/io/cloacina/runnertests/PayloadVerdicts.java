package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.root;

import io.cloacina.contract.memory.InMemoryDatabase;
import io.cloacina.contract.memory.InMemoryStore;
import io.cloacina.domain.CloacinaException;
import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.workflow.InvalidWorkflowException;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.runner.ExecutionHandle;
import io.cloacina.runner.ExecutionResult;
import io.cloacina.runner.StartOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A process with a small heap that tries every hostile value in every place where a caller can put one, on one store after the
 * other. It says a line for each verdict: store, place, case and verdict, with tabs between.
 */
final class PayloadVerdicts {

    private static final String ECHO = "echo";
    private static final String WRITE = "write";
    private static final String THROW = "throw";

    private final String store;
    private final Supplier<ExecutionStore> opening;
    private final Map<String, PayloadCase> cases = new LinkedHashMap<>();
    private final Map<String, ExecutionHandle> started = new ConcurrentHashMap<>();

    private PayloadVerdicts(String store, Supplier<ExecutionStore> opening) {
        this.store = store;
        this.opening = opening;
        PayloadCase.all().forEach(each -> cases.put(each.name(), each));
    }

    /** Arguments: the URLs of the databases. */
    public static void main(String[] urls) {
        InMemoryDatabase memory = new InMemoryDatabase();
        new PayloadVerdicts("memory", () -> InMemoryStore.open(memory, Stores.CLOCK)).tell();
        for (String url : urls) {
            new PayloadVerdicts(url.startsWith("post") ? "PostgreSQL" : "SQLite", () -> Stores.open(url)).tell();
        }
        System.out.println("told");
    }

    private void tell() {
        try (DefaultRunner runner = open()) {
            cases.values().forEach(each -> start(runner, each));
            started.values().forEach(ExecutionHandle::result);
        }
        try (DefaultRunner reader = open()) { // what is read back comes out of the database, not out of a cache
            started.forEach((what, handle) -> told(what, () -> readBack(reader, handle)));
            PayloadCase.hostileTexts().forEach((name, text) -> tellTexts(reader, name, text));
        }
    }

    private DefaultRunner open() {
        return DefaultRunner.builder()
                .store(opening.get())
                .settings(Leases.PATIENT::in)
                .maxConcurrentTasks(1) // some values are as large as the heap allows
                .workflows(workflow(ECHO), workflow(WRITE), workflow(THROW))
                .workflows(storableNames())
                .open();
    }

    private Workflow workflow(String name) {
        return Workflow.named(name)
                .task(
                        "only",
                        context -> {
                            if (!name.equals(ECHO)) {
                                String wanted = context.require("case", String.class);
                                if (name.equals(THROW)) {
                                    throw new IllegalStateException(
                                            PayloadCase.hostileTexts().get(wanted));
                                }
                                context.put(
                                        "v",
                                        Objects.requireNonNull(cases.get(wanted))
                                                .value()
                                                .get());
                            }
                        },
                        root().retry(RetryPolicy.none()))
                .build();
    }

    private static Workflow[] storableNames() {
        List<Workflow> workflows = new ArrayList<>();
        PayloadCase.hostileTexts().values().forEach(text -> {
            try {
                workflows.add(named(text));
            } catch (InvalidWorkflowException refused) {
                // is told as a verdict of its own
            }
        });
        return workflows.toArray(Workflow[]::new);
    }

    private static Workflow named(String text) {
        return Workflow.named(text).task(text, context -> {}).build();
    }

    private void start(DefaultRunner runner, PayloadCase each) {
        told("given\t" + each.name(), () -> {
            started.put(
                    "given\t" + each.name(),
                    runner.start(ECHO, Context.of("v", each.value().get())));
            return null;
        });
        started.put("written\t" + each.name(), runner.start(WRITE, Context.of("case", each.name())));
    }

    private static String readBack(DefaultRunner reader, ExecutionHandle handle) {
        ExecutionResult result = reader.handleOf(handle.id()).orElseThrow().result();
        return result.tasks().get(0).reason().isPresent()
                ? "failed: " + result.tasks().get(0).reason().get()
                : PayloadCase.shortened(result.context().get("v").orElseThrow().canonical());
    }

    private void tellTexts(DefaultRunner runner, String name, String text) {
        told(
                "error\t" + name,
                () -> runner.execute(THROW, Context.of("case", name))
                        .tasks()
                        .get(0)
                        .reason()
                        .orElseThrow());
        told("key\t" + name, () -> {
            ExecutionHandle first = runner.start(ECHO, Context.empty(), StartOptions.idempotencyKey(text));
            ExecutionHandle second = runner.start(ECHO, Context.empty(), StartOptions.idempotencyKey(text));
            return first.id().equals(second.id()) ? "same" : "two";
        });
        told("name\t" + name, () -> {
            Workflow workflow = named(text);
            ExecutionResult result = runner.execute(workflow.name(), Context.empty());
            return result.status() + " " + result.tasks().get(0).task().equals(text);
        });
        told(
                "filter\t" + name,
                () -> runner.list(new ExecutionFilter(text, Set.of(), null, 10)).size() + " found");
        told(
                "start\t" + name,
                () -> runner.start(text + "?", Context.empty()).id().toString());
    }

    /** A verdict on one line, whatever it says. */
    private void told(String what, Callable<? extends @Nullable Object> call) {
        @Nullable Object verdict;
        try {
            verdict = call.call();
        } catch (CloacinaException | RefusedArgumentException refused) {
            verdict = refused.getClass().getSimpleName() + ": " + refused.getMessage();
        } catch (Exception unexpected) {
            verdict = "unexpected: " + unexpected;
        }
        if (verdict != null) {
            System.out.println(store + "\t" + what + "\t" + escaped(verdict.toString()));
        }
    }

    static String escaped(String text) {
        StringBuilder line = new StringBuilder();
        text.chars()
                .forEach(c -> line.append(c >= ' ' && c < 0x7f ? Character.toString(c) : String.format("\\u%04x", c)));
        return line.toString();
    }
}
