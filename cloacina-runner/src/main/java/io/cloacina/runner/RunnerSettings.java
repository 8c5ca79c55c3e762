package io.cloacina.runner;

import static io.cloacina.runner.Bounds.require;

import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All knobs of a runner. Immutable; what is out of bounds is refused with an {@link IllegalArgumentException} when it is
 * set. Start from {@link #DEFAULT} and change what differs.
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

    /** @throws IllegalArgumentException if a value is out of its bounds */
    public RunnerSettings {
        requireName(name);
        require("maxConcurrentTasks", maxConcurrentTasks, 1, 10_000);
        Objects.requireNonNull(leases, "leases");
        Objects.requireNonNull(polling, "polling");
        require("groupLimit", groupLimit, 1, 1_000);
        require("shutdownGrace", shutdownGrace, Duration.ZERO, Duration.ofHours(1));
        Objects.requireNonNull(payloads, "payloads");
        Objects.requireNonNull(schemaMode, "schemaMode");
        schema.ifPresent(RunnerSettings::requireSchema);
        Objects.requireNonNull(errorTexts, "errorTexts");
    }

    public RunnerSettings withName(String value) {
        return new RunnerSettings(
                value,
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

    public RunnerSettings withMaxConcurrentTasks(int value) {
        return new RunnerSettings(
                name, value, leases, polling, groupLimit, shutdownGrace, payloads, schemaMode, schema, errorTexts);
    }

    public RunnerSettings withLeases(LeaseSettings value) {
        return new RunnerSettings(
                name,
                maxConcurrentTasks,
                value,
                polling,
                groupLimit,
                shutdownGrace,
                payloads,
                schemaMode,
                schema,
                errorTexts);
    }

    public RunnerSettings withPolling(PollSettings value) {
        return new RunnerSettings(
                name,
                maxConcurrentTasks,
                leases,
                value,
                groupLimit,
                shutdownGrace,
                payloads,
                schemaMode,
                schema,
                errorTexts);
    }

    public RunnerSettings withGroupLimit(int value) {
        return new RunnerSettings(
                name,
                maxConcurrentTasks,
                leases,
                polling,
                value,
                shutdownGrace,
                payloads,
                schemaMode,
                schema,
                errorTexts);
    }

    public RunnerSettings withShutdownGrace(Duration value) {
        return new RunnerSettings(
                name, maxConcurrentTasks, leases, polling, groupLimit, value, payloads, schemaMode, schema, errorTexts);
    }

    public RunnerSettings withPayloads(PayloadLimits value) {
        return new RunnerSettings(
                name,
                maxConcurrentTasks,
                leases,
                polling,
                groupLimit,
                shutdownGrace,
                value,
                schemaMode,
                schema,
                errorTexts);
    }

    public RunnerSettings withSchemaMode(SchemaMode value) {
        return new RunnerSettings(
                name,
                maxConcurrentTasks,
                leases,
                polling,
                groupLimit,
                shutdownGrace,
                payloads,
                value,
                schema,
                errorTexts);
    }

    public RunnerSettings withSchema(String value) {
        return new RunnerSettings(
                name,
                maxConcurrentTasks,
                leases,
                polling,
                groupLimit,
                shutdownGrace,
                payloads,
                schemaMode,
                Optional.of(value),
                errorTexts);
    }

    public RunnerSettings withErrorTexts(ErrorTextSettings value) {
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
                value);
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "runner name must be 1 to 63 of A-Z a-z 0-9 . _ - and begin with a letter"
                            + " or digit; this one has " + name.length() + " characters");
        }
    }

    private static void requireSchema(String schema) {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("schema must be 1 to 63 of a-z 0-9 _ and not begin with a digit;"
                    + " this one has " + schema.length() + " characters");
        }
    }
}
