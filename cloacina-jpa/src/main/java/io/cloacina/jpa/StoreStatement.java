package io.cloacina.jpa;

/**
 * The statements of a store, one per moment of the ports. Each says its parameters and, where it returns rows, their
 * columns in order; an adapter that writes its own text keeps both.
 *
 * <p>Markers are {@code ?1} … {@code ?4}; {@code ?1} is the JSON array of {@code {rows: ..}} unless said otherwise. Times
 * in parameters are durations in microseconds. {@code ref} stands for {@code execution uuid, task int}.
 *
 * <p>What is optional saves trips to a server: a database that can do several moments in one statement says so by a text for it.
 */
public enum StoreStatement {

    // definitions
    /**
     * ?1 rows (id uuid, name text, version text, document json). One whose id, or name and version, is there already is left
     * out, waiting for a concurrent insert of it. Returns (id) of the inserted ones.
     */
    DEFINE(1),
    /** ?1 rows (definition uuid, ordinal int, name text, open int). */
    DEFINE_TASKS(0),
    /** ?1 rows (definition uuid, ordinal int, place int, depends_on int). */
    DEFINE_DEPENDENCIES(0),

    // admission
    /**
     * ?1 rows (id uuid, definition uuid, idempotency_key text, input_digest text, priority int, timeout long), sorted by
     * key. Waits for a concurrent insert of the same id or key and yields to it. Returns (id) of the inserted ones.
     */
    ADMIT(1),
    /** ?1 rows (id uuid, idempotency_key text). Returns (id asked for, id stored, input_digest). */
    ADMITTED_BEFORE(3),
    /** ?1 rows (id uuid, definition uuid, priority int). Inserts every task of the definition. */
    ADMIT_TASKS(0),
    /** ?1 rows (execution uuid, writer int, keys json, written json). A writer that is there already fails. */
    KEEP(0),
    /**
     * Optional, in place of {@link #ADMIT}, {@link #ADMIT_TASKS} and {@link #KEEP}: ?1 the rows of the first, each with (writer
     * int, keys json, written json) of its context besides. Returns (id) of the inserted ones.
     */
    ADMIT_WHOLE(1),

    // the life of executions
    /**
     * ?1 rows (id uuid). Locks in id order, waiting; returns (id, definition_id, status, ending, open_tasks,
     * failed_tasks) as they are after the locks were taken.
     */
    LOCK(6),
    /**
     * ?1 rows (ref, epoch int, next text, due_in long, attempts int, recoveries int, only_if_expired boolean, reason
     * text). Returns (execution_id, ordinal, claim_epoch) of the applied ones.
     */
    END(3),
    /** ?1 rows (ref, ended int, unsuccessful int). Returns (execution_id, ordinal, open, unsuccessful) after it. */
    COUNT_DOWN(4),
    /** ?1 rows (ref). Returns (execution_id, ordinal, status, claim_epoch, open, unsuccessful). */
    STATES(6),
    /** ?1 rows (ref, next text, open int, unsuccessful int, reason text). */
    SETTLE_TASKS(0),
    /** ?1 rows (id uuid, status text, open int, failed int, ending text, reason text). */
    SETTLE_EXECUTIONS(0),
    /** ?1 rows (id uuid); ?2 reason. Returns (execution_id, ordinal). */
    CANCEL_UNSTARTED(2),
    /** ?1 rows (id uuid); ?2 reason or null. Returns (id) of those that it changed. */
    PARK(1),
    /** ?1 rows (execution uuid, kind text, task int, epoch int, attempt int, worker text, detail text), kept in order. */
    RECORD(0),

    // claims
    /**
     * ?1 rows (id uuid, priority int, since long) definitions; ?2 worker; ?3 limit; ?4 lease. Returns (execution_id, ordinal,
     * claim_epoch, definition_id, attempt, recovery_attempts, priority, due_at), in any order. Waits for nobody. Where priority
     * is not null, the statement may pass by what is of that priority and was due before then (microseconds since 1970).
     */
    CLAIM(8),
    /** ?1 rows (id uuid). Moves PENDING ones to RUNNING, waiting for nobody; returns (id) of those it moved. */
    START(1),
    /**
     * Optional, in place of {@link #CLAIM} and {@link #START}, with the parameters of the first. Returns its columns, and after
     * them whether this moved the execution.
     */
    CLAIM_AND_START(9),
    /** ?1 worker. Returns (execution_id, ordinal, claim_epoch, definition_id, attempt, recovery_attempts). */
    CLAIMS_OF(6),
    /**
     * ?1 rows (ref, epoch int); ?2 lease. Returns (execution_id, ordinal, claim_epoch, ending of the execution, whether it was
     * extended) of the claims that are still held.
     */
    EXTEND(5),
    /** ?1 limit. Waits for nobody; the update count is the answer. */
    PROMOTE_DUE(0),

    // reads
    /**
     * ?1 rows (id uuid). Returns (id, definition_id, name, version, status, ending, idempotency_key, input_digest, priority,
     * open_tasks, failed_tasks, reason, parked_reason, timeout_at, created_at, updated_at, started_at, completed_at), by id.
     */
    EXECUTIONS_BY_ID(18),
    /**
     * ?1 rows (id uuid). Returns (execution_id, ordinal, name, status, attempt, claim_epoch, recovery_attempts,
     * open_dependencies, unsuccessful_dependencies, claimed_by, lease_until, due_at, reason, created_at, updated_at,
     * started_at, completed_at), by execution and ordinal.
     */
    TASKS_OF(17),
    /**
     * ?1 rows (id uuid) of one. Returns the columns of {@link #EXECUTIONS_BY_ID} and then those of {@link #TASKS_OF} for each
     * task, by ordinal; one row whose latter columns are null if there is no task.
     */
    EXECUTION_WITH_TASKS(35),
    /**
     * ?1 rows (id uuid) of one; ?2 sequence number; ?3 limit. Returns (execution_id, sequence, created_at, kind, task_ordinal,
     * epoch, attempt, worker, detail) of those with a larger number, by number.
     */
    HISTORY_OF(9),
    /** ?1 rows (execution uuid, writer int). Returns (execution_id, writer, keys as text). */
    CONTEXT_KEYS(3),
    /** ?1 rows (execution uuid, writer int). Returns (execution_id, writer, written as text). */
    CONTEXT_VALUES(3),
    /** ?1 limit. Returns (execution_id, ordinal, claim_epoch, definition_id, attempt, recovery_attempts). */
    EXPIRED_CLAIMS(6),
    /** ?1 limit. Returns (id). */
    OVERDUE_EXECUTIONS(1),
    /**
     * ?1 rows (id uuid, priority int, since long) definitions, where the last two say what to look at first, see {@link #CLAIM}.
     * Returns (claimable, micros until next due, micros until next time-out).
     */
    AGENDA(3),
    /** ?1 rows (id uuid) definitions; ?2 limit. Returns (id). */
    OPEN_PARKED(1),
    /** ?1 rows (id uuid) definitions; ?2 limit. Returns (id). */
    OPEN_UNPARKED(1),
    /** ?1 rows (name text). Returns (id). */
    DEFINITION_IDS_BY_NAME(1),
    /** ?1 rows (id uuid). Returns (id, name, version, document as text). */
    DEFINITIONS_BY_ID(4),
    /** ?1 rows (id uuid). Returns (definition_id, ordinal, name), by definition and ordinal. */
    DEFINITION_TASKS(3),
    /** ?1 rows (id uuid). Returns (definition_id, ordinal, depends_on), by definition, ordinal and place. */
    DEFINITION_DEPENDENCIES(3);

    private final int columns;

    StoreStatement(int columns) {
        this.columns = columns;
    }

    /** How many columns its rows have; 0 where it returns none. */
    public int columns() {
        return columns;
    }
}
