package io.cloacina.ports;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskRef;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moments in the life of executions, inside one transaction. All of them take effect together at commit, or none.
 *
 * <p>Whoever changes the life of an existing execution calls {@link #lock} first, alone, with every execution it will
 * touch. {@link #admit}, {@link #claim}, {@link #claimsOf}, {@link #promoteDue}, {@link #park} and {@link #extend} need no lock.
 * Methods may be called with empty collections, which costs no statement.
 *
 * <p>Not thread-safe; used by one thread, while {@link ExecutionStore#transact} runs. After any exception the transaction
 * is rolled back, whatever the work does next; a work that swallows it is not told that all is well.
 */
public interface StoreTransaction extends ContextReads {

    /**
     * Locks executions by id, in id order, until the transaction ends, and reads them as they are <em>after</em> the
     * locks were taken. Waits for other holders. Ids that do not exist are left out; an id given twice is locked once.
     *
     * @return what was locked, in id order
     * @throws StoreException.Unreadable if one of them has a row that cannot be read
     */
    List<LockedExecution> lock(Collection<ExecutionId> executions);

    /**
     * Stores new executions: the execution, one row per task of its definition (roots {@code READY} and due now, others
     * {@code NOT_STARTED} with their number of open dependencies) and the initial context. An idempotency key (or id)
     * that is already stored wins, and nothing of the newcomer is stored. Waits for a concurrent transaction that is
     * storing the same key.
     *
     * @return one admission per element, in the given order
     * @throws StoreException.Refused if a definition is not stored
     */
    List<Admission> admit(List<NewExecution> executions);

    /**
     * Ends claims: each is applied if the task is still {@code RUNNING} under that epoch (and, where {@link
     * ClaimEnd.Kind#onlyIfExpired()}, its lease has expired by the store's clock). Sets status, due time ({@code now +
     * dueIn}), attempt, recovery attempts, reason and, for terminal statuses, the completion time; clears worker and
     * lease. A task that goes back to {@code READY} without a delay can be claimed at once. That the lease has expired
     * does not stop a holder from ending its claim, as long as nobody took it.
     *
     * @param ends at most one per claim
     * @return the ends that were applied, in any order; one that is missing came from a claim that was lost
     */
    List<ClaimEnd> end(List<ClaimEnd> ends);

    /**
     * Stores what completed tasks wrote. Each (execution, writer) is written once, with its completion.
     *
     * @throws StoreException.Refused if a writer has already written, or its execution does not exist
     */
    void keep(List<StoredContext> contexts);

    /**
     * Lowers the count of open dependencies of {@code NOT_STARTED} tasks, and raises the count of those that ended other
     * than completed. Tasks that are no longer {@code NOT_STARTED} are left alone.
     *
     * @param countDowns at most one per task
     * @return the tasks among them that now have no open dependency left, in any order
     */
    List<OpenedTask> countDown(List<CountDown> countDowns);

    /**
     * The present state of tasks; those that do not exist are left out.
     *
     * @throws StoreException.Unreadable if the row of one of them cannot be read
     */
    List<TaskState> states(Collection<TaskRef> tasks);

    /**
     * Applies decisions about tasks that were {@code NOT_STARTED} ({@code READY}, due now; {@code SKIPPED}; or still
     * waiting with new counts) and about executions. Sets the completion time of terminal rows and the start time of an
     * execution that leaves {@code PENDING}. Tasks that are no longer {@code NOT_STARTED} are left alone.
     */
    void settle(List<TaskSettlement> tasks, List<ExecutionSettlement> executions);

    /**
     * Cancels every task of these executions that is {@code NOT_STARTED}, {@code READY} or {@code WAITING}.
     *
     * @param reason stored with each task
     * @return the tasks that were cancelled
     */
    List<TaskRef> cancelUnstarted(Collection<ExecutionId> executions, String reason);

    /**
     * Claims up to {@code limit} tasks that are {@code READY} and due, of these definitions, for a worker: sets {@code
     * RUNNING}, worker, lease ({@code now + lease}) and start time, raises the epoch. Takes higher priorities first,
     * within them the earlier due, then by execution id and ordinal. Within one priority, a task that was due long before
     * those of the last claim (it was stored late, its claim was rolled back, or another transaction held it) may be passed
     * over for a second, also by a claim that is not filled without it. Never waits for a task that another transaction is
     * claiming, nor for a locked execution. Moves an execution that is {@code PENDING} to {@code RUNNING}, and says so in
     * the claim; an execution that somebody else has locked at that moment is left {@code PENDING}, and nobody says so.
     *
     * <p>A task that waited for its due time can be claimed once {@link #promoteDue} has moved it. Whether an execution
     * is parked plays no part: a runner claims only what it can run.
     *
     * @return the claims, in any order
     */
    List<Claim> claim(ClaimRequest request);

    /**
     * Every claim that a worker holds: for tools, and for a runner that wants to know what it holds. (Whether a commit
     * whose outcome was unknown took place, the history tells; the runner does not ask this for it.) A claim whose lease
     * has expired is among them as long as nobody took it. None says that it started its execution.
     */
    List<Claim> claimsOf(String worker);

    /**
     * Extends leases to {@code now + lease} by the store's clock, also one that has expired, as long as nobody took it.
     * Never waits for a task that another transaction is changing: that one is left as it is, and the answer says so.
     *
     * @return the claims that are still held, in any order; a claim that is missing is lost
     * @throws StoreException.Unreadable if an execution of theirs has an ending that cannot be read
     */
    List<HeldClaim> extend(Collection<ClaimRef> claims, Duration lease);

    /**
     * Makes tasks claimable whose due time has come, of any definition, the longest due first.
     *
     * @param limit the most that are moved
     * @return how many were moved
     */
    int promoteDue(int limit);

    /**
     * Stores or, with null, clears the reason why executions cannot go on here; see {@code explain}. Needs no lock where
     * nothing else of them is changed: what cannot be read cannot be locked. One that is terminal, or has that reason
     * already, is left alone.
     *
     * @return those that were changed, in any order
     */
    List<ExecutionId> park(Collection<ExecutionId> executions, @Nullable String reason);

    /**
     * Appends to the history. Called last in a transaction, so that the order of the history is the order of the locks.
     *
     * @throws StoreException.Refused if an execution does not exist
     */
    void record(List<ExecutionEvent> events);
}
