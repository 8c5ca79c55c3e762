package io.cloacina.adapter.postgres;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What every session of ours is set to, whatever server, database or role prefer. Sent with the start of the connection and
 * never by {@code SET}: a pooler in transaction mode would hand such a session to somebody else. Behind such a pooler nothing is
 * sent, and the role must carry the settings ({@code alter role … set synchronous_commit = on}); {@link ServerCheck} reads
 * back which hold.
 *
 * <p>The limits follow from the socket's: a lock is given up first, then the statement, so that the server answers with an
 * error of its own before the connection counts as lost; a transaction whose runner fell silent is ended, since it holds locks.
 */
record SessionSettings(Map<String, String> values) {

    /** The settings of a connection whose silence is borne that long. */
    static SessionSettings within(Duration socketTimeout) {
        long patience = socketTimeout.toMillis();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("synchronous_commit", "on");
        values.put("default_transaction_isolation", "read committed");
        values.put("lock_timeout", Long.toString(patience / 3));
        values.put("statement_timeout", Long.toString(patience * 2 / 3));
        values.put("idle_in_transaction_session_timeout", Long.toString(patience));
        values.put("search_path", "pg_catalog");
        smallSets(values);
        return new SessionSettings(values);
    }

    /**
     * Every statement here begins at a small set given as a parameter and follows indexes from there. The planner cannot know
     * that: it plans once, often while the tables are still small, and would choose to read them whole. So that is forbidden,
     * and each row that is looked at is said to cost as much as a page.
     */
    private static void smallSets(Map<String, String> values) {
        values.put("enable_seqscan", "off");
        values.put("enable_hashjoin", "off");
        values.put("enable_mergejoin", "off");
        values.put("max_parallel_workers_per_gather", "0");
        values.put("cpu_tuple_cost", "1");
        values.put("cpu_index_tuple_cost", "1");
        values.put("jit", "off");
    }

    /** The settings of a migration: it waits for other migrations as long as they take. */
    static SessionSettings ofMigration() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("default_transaction_isolation", "read committed");
        values.put("lock_timeout", "0");
        values.put("statement_timeout", "0");
        return new SessionSettings(values);
    }

    /** The settings of a look at everything: each transaction sees one snapshot, cannot write, and takes as long as it takes. */
    static SessionSettings ofVerification() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("default_transaction_isolation", "repeatable read");
        values.put("default_transaction_read_only", "on");
        values.put("statement_timeout", "0");
        values.put("search_path", "pg_catalog");
        return new SessionSettings(values);
    }

    /** As the start of a connection carries them: {@code -c name=value …}, blanks escaped. */
    String asOptions() {
        return values.entrySet().stream()
                .map(e -> "-c " + e.getKey() + "=" + e.getValue().replace(" ", "\\ "))
                .collect(Collectors.joining(" "));
    }
}
