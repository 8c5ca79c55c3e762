package io.cloacina.runner;

import static io.cloacina.domain.Arguments.given;
import static io.cloacina.domain.Arguments.within;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * All knobs of a runner. Immutable; what is out of bounds is refused with an {@link RefusedArgumentException} when it is
 * set. Start from {@link #DEFAULT} and change what differs: each method that does so gives changed settings.
 *
 * @param name the runner's name in log lines, thread names and the history. Advice: the application's name; it need not be
 *     unique. Bounds: 1 to 63 of {@code A-Z a-z 0-9 . _ -}, the first a letter or digit. Default: {@code "cloacina"}
 * @param maxConcurrentTasks how many task bodies run here at once. Advice: processors for bodies that compute, many more
 *     for bodies that wait. Bounds: 1 to 10,000. Default: 4 × processors
 * @param leases how tasks are held and recovered
 * @param polling how often other processes' work is looked for
 * @param groupLimit the most requests that share one transaction. Advice: leave it; more helps only under a load of many
 *     short tasks, and makes each transaction longer. Bounds: 1 to 1,000. Default: 64
 * @param shutdownGrace how long {@code close()} waits for running bodies before it interrupts them and hands their tasks
 *     back. Advice: longer than a usual body. Bounds: 0 to 1 h. Default: 30 s
 * @param payloads how large a context may be; each limit has its own advice, bounds and default
 * @param schemaMode whether the database's schema is brought up to date at open or only checked. Default: {@code MIGRATE}
 * @param schema the schema to use on a backend that has schemas; refused by one that has none. Bounds: {@code
 *     [a-z_][a-z0-9_]{0,62}}. Default: the backend's own
 * @param errorTexts what is stored of a task's error
 */
public record RunnerSettings(
        String name,
        int maxConcurrentTasks,
        LeaseSettings leases,
        PollSettings polling,
        int groupLimit,
        Duration shutdownGrace,
        PayloadLimits payloads,
        SchemaMode schemaMode,
        Optional<String> schema,
        ErrorTextSettings errorTexts) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /** The defaults named above. */
    public static final RunnerSettings DEFAULT = new RunnerSettings(
            "cloacina",
            Math.min(10_000, 4 * Runtime.getRuntime().availableProcessors()),
            LeaseSettings.DEFAULT,
            PollSettings.DEFAULT,
            64,
            Duration.ofSeconds(30),
            PayloadLimits.DEFAULT,
            SchemaMode.MIGRATE,
            Optional.empty(),
            ErrorTextSettings.DEFAULT);

    /** @throws RefusedArgumentException if a value is null or out of its bounds */
    public RunnerSettings {
        matching(NAME, name, "the name of a runner", "1 to 63 of A-Z a-z 0-9 . _ - and begin with a letter or digit");
        within(1, 10_000, maxConcurrentTasks, "the maxConcurrentTasks of a runner");
        given(leases, "the leases of a runner", "give LeaseSettings.DEFAULT for the usual ones");
        given(polling, "the polling of a runner", "give PollSettings.DEFAULT for the usual one");
        within(1, 1_000, groupLimit, "the groupLimit of a runner");
        within(Duration.ZERO, Duration.ofHours(1), shutdownGrace, "the shutdownGrace of a runner");
        given(payloads, "the payload limits of a runner", "give PayloadLimits.DEFAULT for the usual ones");
        given(schemaMode, "the schema mode of a runner", "give MIGRATE for the usual one");
        given(schema, "the schema of a runner", "give Optional.empty() for the backend's own")
                .ifPresent(each -> matching(
                        SCHEMA, each, "the schema of a runner", "1 to 63 of a-z 0-9 _ and not begin with a digit"));
        given(errorTexts, "the error text settings of a runner", "give ErrorTextSettings.DEFAULT for the usual ones");
    }

    private static void matching(Pattern pattern, String text, String subject, String allowed) {
        if (!pattern.matcher(given(text, subject, "choose a text of " + allowed))
                .matches()) {
            throw new RefusedArgumentException(
                    subject,
                    "must be " + allowed + ", and this text of " + text.length() + " is not",
                    "choose another");
        }
    }

    public RunnerSettings withName(String value) {
        return with(draft -> draft.name = value);
    }

    public RunnerSettings withMaxConcurrentTasks(int value) {
        return with(draft -> draft.maxConcurrentTasks = value);
    }

    public RunnerSettings withLeases(LeaseSettings value) {
        return with(draft -> draft.leases = value);
    }

    public RunnerSettings withPolling(PollSettings value) {
        return with(draft -> draft.polling = value);
    }

    public RunnerSettings withGroupLimit(int value) {
        return with(draft -> draft.groupLimit = value);
    }

    public RunnerSettings withShutdownGrace(Duration value) {
        return with(draft -> draft.shutdownGrace = value);
    }

    public RunnerSettings withPayloads(PayloadLimits value) {
        return with(draft -> draft.payloads = value);
    }

    public RunnerSettings withSchemaMode(SchemaMode value) {
        return with(draft -> draft.schemaMode = value);
    }

    /** To go back to the backend's own schema, start from settings without one. */
    public RunnerSettings withSchema(String value) {
        return with(
                draft -> draft.schema = Optional.of(given(value, "the schema of a runner", "leave it out for none")));
    }

    public RunnerSettings withErrorTexts(ErrorTextSettings value) {
        return with(draft -> draft.errorTexts = value);
    }

    private RunnerSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** A copy that can still be changed: the one place where all knobs are passed on. */
    private static final class Draft {
        private String name;
        private int maxConcurrentTasks;
        private LeaseSettings leases;
        private PollSettings polling;
        private int groupLimit;
        private Duration shutdownGrace;
        private PayloadLimits payloads;
        private SchemaMode schemaMode;
        private Optional<String> schema;
        private ErrorTextSettings errorTexts;

        Draft(RunnerSettings from) {
            name = from.name;
            maxConcurrentTasks = from.maxConcurrentTasks;
            leases = from.leases;
            polling = from.polling;
            groupLimit = from.groupLimit;
            shutdownGrace = from.shutdownGrace;
            payloads = from.payloads;
            schemaMode = from.schemaMode;
            schema = from.schema;
            errorTexts = from.errorTexts;
        }

        RunnerSettings settings() {
            return new RunnerSettings(
                    name,
                    maxConcurrentTasks,
                    leases,
                    polling,
                    groupLimit,
                    shutdownGrace,
                    payloads,
                    schemaMode,
                    schema,
                    errorTexts);
        }
    }
}
