package io.cloacina.simulation.check;

import io.cloacina.domain.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What bodies did, written by themselves: the engine has no part in it. */
public final class Journal {

    private final Map<String, Run> runs = new TreeMap<>();
    private final List<String> twice = new ArrayList<>();
    private final Map<String, Integer> running = new TreeMap<>();
    private int mostAtOnce;

    /** How a run ended, as its body knows. */
    public enum End {
        NEVER,
        RETURNED,
        THREW,
        INTERRUPTED
    }

    /** One run of one body. */
    public final class Run {

        private final String process;
        private final int attempt;
        private final JsonObject input;
        private final long beganAt;
        private End end = End.NEVER;
        private long endedAt = Long.MAX_VALUE;

        Run(String process, int attempt, JsonObject input, long beganAt) {
            this.process = process;
            this.attempt = attempt;
            this.input = input;
            this.beganAt = beganAt;
        }

        public void ended(End how, long at) {
            end = how;
            endedAt = at;
            running.merge(process, -1, Integer::sum);
        }

        int attempt() {
            return attempt;
        }

        JsonObject input() {
            return input;
        }

        End end() {
            return end;
        }

        long took() {
            return endedAt - beganAt;
        }
    }

    /**
     * A body begins.
     *
     * @param process where it runs
     * @param token names the claim under which it runs
     */
    public Run begin(String process, String token, int attempt, JsonObject input, long at) {
        Run run = new Run(process, attempt, input, at);
        mostAtOnce = Math.max(mostAtOnce, running.merge(process, 1, Integer::sum));
        if (runs.put(token, run) != null) {
            twice.add(token);
        }
        return run;
    }

    /** The most that ran at once in one process. */
    int mostAtOnce() {
        return mostAtOnce;
    }

    /** Claims under which a body ran more than once. */
    List<String> twice() {
        return twice;
    }

    /** The run of a task under one claim. */
    Optional<Run> find(String execution, String task, int epoch) {
        return Optional.ofNullable(runs.get(execution + "/" + task + "#" + epoch));
    }

    /** Every run of a task. */
    List<Run> all(String execution, String task, int epochs) {
        List<Run> all = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            find(execution, task, epoch).ifPresent(all::add);
        }
        return all;
    }
}
