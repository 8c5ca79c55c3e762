package io.cloacina.runner;

import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.IdSource;
import io.cloacina.ports.TimeSource;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreUrl;
import io.cloacina.runner.internal.api.Explanations;
import io.cloacina.runner.internal.api.NewExecutions;
import io.cloacina.runner.internal.api.Results;
import io.cloacina.runner.internal.discovery.InstalledStores;
import io.cloacina.runner.internal.engine.Engine;
import io.cloacina.runner.internal.engine.EngineParts;
import io.cloacina.runner.internal.system.RunnerThreads;
import io.cloacina.runner.internal.system.SystemTimeSource;
import io.cloacina.runner.internal.system.UuidV7Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts a runner together. Not thread-safe; used once. */
public final class RunnerBuilder {

    private final Map<String, Workflow> workflows = new LinkedHashMap<>();
    private final List<RunnerListener> listeners = new ArrayList<>();
    private RunnerSettings settings = RunnerSettings.DEFAULT;
    private @Nullable String url;
    private @Nullable ExecutionStore store;

    RunnerBuilder() {}

    /** Which database, see {@link DefaultRunner#open}. */
    public RunnerBuilder url(String text) {
        url = Objects.requireNonNull(text, "url");
        return this;
    }

    /**
     * A store that is open already, instead of a URL: for a custom adapter, or where two adapters are installed. The
     * runner closes it.
     */
    public RunnerBuilder store(ExecutionStore opened) {
        store = Objects.requireNonNull(opened, "store");
        return this;
    }

    /**
     * What the runner can run; adds to what was given before.
     *
     * @throws IllegalArgumentException if two workflows have the same name
     */
    public RunnerBuilder workflows(Workflow... added) {
        for (Workflow workflow : added) {
            if (workflows.putIfAbsent(workflow.name(), workflow) != null) {
                throw new IllegalArgumentException("two workflows are named '" + workflow.name()
                        + "'; a runner knows a workflow by its name. Rename one of them.");
            }
        }
        return this;
    }

    /** Hears of every transition after it is durable; adds to what was given before. */
    public RunnerBuilder listener(RunnerListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** Changes settings: {@code settings(s -> s.withMaxConcurrentTasks(8))}. */
    public RunnerBuilder settings(UnaryOperator<RunnerSettings> change) {
        settings = Objects.requireNonNull(change.apply(settings), "settings");
        return this;
    }

    /** Shorthand for {@link RunnerSettings#withMaxConcurrentTasks}. */
    public RunnerBuilder maxConcurrentTasks(int tasks) {
        return settings(present -> present.withMaxConcurrentTasks(tasks));
    }

    /**
     * Opens the database and starts the runner.
     *
     * @throws IllegalStateException if neither or both of URL and store were given
     * @throws RunnerException if no adapter, several, or the wrong one is there for the URL
     * @throws io.cloacina.ports.StoreException if the database cannot be opened
     */
    public DefaultRunner open() {
        TimeSource time = new SystemTimeSource();
        ExecutionStore opened = openStore(time);
        try {
            return start(opened, time, new UuidV7Source(time));
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    private ExecutionStore openStore(TimeSource time) {
        if ((url == null) == (store == null)) {
            throw new IllegalStateException(
                    "a runner needs either a URL or a store: " + (url == null ? "none was given" : "both were given"));
        }
        return store != null ? store : openUrl(new StoreUrl(Objects.requireNonNull(url)), time);
    }

    private ExecutionStore openUrl(StoreUrl storeUrl, TimeSource time) {
        StoreSettings storeSettings = new StoreSettings(
                settings.name(), time, settings.schemaMode(), settings.schema().orElse(null), FaultPoints.NONE);
        return InstalledStores.find().providerFor(storeUrl).open(storeUrl, storeSettings);
    }

    private DefaultRunner start(ExecutionStore opened, TimeSource time, IdSource ids) {
        Engine engine = Engine.start(new EngineParts(
                settings,
                List.copyOf(workflows.values()),
                listeners,
                opened,
                time,
                ids,
                new SplittableRandom(),
                new RunnerThreads(settings.name())));
        return new DefaultRunner(
                engine,
                opened,
                settings,
                new NewExecutions(engine.context().definitions(), ids, settings.payloads()),
                new Results(opened, engine.context().definitions()),
                new Explanations(opened, engine.context().definitions()));
    }
}
