package io.cloacina.runner;

import static io.cloacina.domain.Arguments.allGiven;
import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
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

/**
 * Puts one runner together. Not thread-safe. Once it has opened its database it opens no other: take a new builder for
 * another runner. What is null or out of bounds is refused with a {@link
 * RefusedArgumentException} where it is given, and changes nothing.
 */
public final class RunnerBuilder {

    private final Map<String, Workflow> workflows = new LinkedHashMap<>();
    private final List<RunnerListener> listeners = new ArrayList<>();
    private RunnerSettings settings = RunnerSettings.DEFAULT;
    private @Nullable String url;
    private @Nullable ExecutionStore store;
    private TimeSource time = new SystemTimeSource();
    private boolean used;

    RunnerBuilder() {}

    /** Which database, see {@link DefaultRunner#open}. Whether there is such a thing is found out when it is opened. */
    public RunnerBuilder url(String text) {
        url = given(text, "the database URL", "give one, or an open store");
        return this;
    }

    /**
     * A store that is open already, instead of a URL: for a custom adapter, or where two adapters are installed. The
     * runner closes it.
     */
    public RunnerBuilder store(ExecutionStore opened) {
        store = given(opened, "the store of a runner", "give one that is open, or a URL");
        return this;
    }

    /**
     * What the runner can run; adds to what was given before.
     *
     * @throws RefusedArgumentException if one is null, or two workflows have the same name
     */
    public RunnerBuilder workflows(Workflow... added) {
        Map<String, Workflow> all = new LinkedHashMap<>(workflows);
        for (Workflow workflow : allGiven(added, "the workflows of a runner", "leave out what there is none of")) {
            if (all.putIfAbsent(workflow.name(), workflow) != null) {
                throw new RefusedArgumentException(
                        "workflow '" + workflow.name() + "'",
                        "is given twice, and a runner knows a workflow by its name",
                        "rename one of them");
            }
        }
        workflows.putAll(all);
        return this;
    }

    /** Hears of every transition after it is durable; adds to what was given before. */
    public RunnerBuilder listener(RunnerListener listener) {
        listeners.add(given(listener, "the listener of a runner", "give RunnerListener.NONE for none"));
        return this;
    }

    /** Changes settings: {@code settings(s -> s.withMaxConcurrentTasks(8))}. */
    public RunnerBuilder settings(UnaryOperator<RunnerSettings> change) {
        given(change, "the change of settings", "leave it out to change nothing");
        settings = given(
                change.apply(settings), "what the change of settings returns", "return the settings it was given");
        return this;
    }

    /** Shorthand for {@link RunnerSettings#withMaxConcurrentTasks}, with its bounds. */
    public RunnerBuilder maxConcurrentTasks(int tasks) {
        return settings(present -> present.withMaxConcurrentTasks(tasks));
    }

    /**
     * Opens the database and starts the runner. A database that could not be opened by its URL may be tried again.
     *
     * @throws RefusedArgumentException if the URL is blank
     * @throws IllegalStateException if neither or both of URL and store were given, or this builder has opened its runner
     * @throws RunnerException if no adapter, several, or the wrong one is there for the URL
     * @throws io.cloacina.ports.StoreException if the database cannot be opened
     */
    public DefaultRunner open() {
        if (used) {
            throw new IllegalStateException("this builder has opened its runner; take a new one for another runner.");
        }
        ExecutionStore opened = openStore();
        used = true;
        try {
            return start(opened, new UuidV7Source(time));
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    /** For tests with a clock of their own. */
    RunnerBuilder time(TimeSource source) {
        time = source;
        return this;
    }

    private ExecutionStore openStore() {
        if ((url == null) == (store == null)) {
            throw new IllegalStateException("a runner needs either a URL or a store, but "
                    + (url == null ? "none was given" : "both were given") + "; call either url(..) or store(..).");
        }
        return store != null ? store : openUrl(new StoreUrl(Objects.requireNonNull(url)));
    }

    private ExecutionStore openUrl(StoreUrl storeUrl) {
        StoreSettings storeSettings = new StoreSettings(
                settings.name(), time, settings.schemaMode(), settings.schema().orElse(null), FaultPoints.NONE);
        return InstalledStores.find().providerFor(storeUrl).open(storeUrl, storeSettings);
    }

    private DefaultRunner start(ExecutionStore opened, IdSource ids) {
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
                new Results(opened, engine.contexts(), engine.context().definitions()),
                new Explanations(opened, engine.context().definitions()));
    }
}
