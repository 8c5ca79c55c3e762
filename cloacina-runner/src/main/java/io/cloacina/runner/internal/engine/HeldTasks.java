package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The claims this runner holds, from their commit until their end is committed or they are lost. Heartbeats go to exactly
 * these. Thread-safe.
 */
final class HeldTasks {

    private static final Logger LOG = LoggerFactory.getLogger(HeldTasks.class);

    private final String worker;
    private final Map<ClaimRef, HeldTask> held = new ConcurrentHashMap<>();

    HeldTasks(String worker) {
        this.worker = worker;
    }

    void add(HeldTask task) {
        held.put(task.ref(), task);
    }

    boolean holds(ClaimRef claim) {
        return held.containsKey(claim);
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    List<HeldTask> all() {
        return List.copyOf(held.values());
    }

    /** The end of these claims is durable. */
    void written(Collection<ClaimRef> claims) {
        claims.forEach(held::remove);
    }

    /** Somebody else may have this task now: its body is stopped and its result dropped. */
    void lost(ClaimRef claim, String how) {
        HeldTask task = held.remove(claim);
        if (task != null && task.decide()) {
            task.requestStop();
            LOG.info(
                    "{}: lost the claim on task {} of execution {} ({}); its result is dropped and the task runs again"
                            + " elsewhere",
                    worker,
                    claim.task().ordinal(),
                    claim.task().execution(),
                    how);
        }
    }

    /** The end of this claim came too late: it was not applied. The claim may have been given up while the end waited. */
    void dropLate(ClaimRef claim) {
        held.remove(claim);
        LOG.info(
                "{}: dropped the late result of task {} of execution {}: its claim was lost before",
                worker,
                claim.task().ordinal(),
                claim.task().execution());
    }

    /** Tells the bodies of these executions to stop. */
    void requestStop(Collection<ExecutionId> executions) {
        for (HeldTask task : all()) {
            if (executions.contains(task.ref().task().execution())) {
                task.requestStop();
            }
        }
    }

    void extend(ClaimRef claim, long stopsItselfAt) {
        HeldTask task = held.get(claim);
        if (task != null) {
            task.extendTo(stopsItselfAt);
        }
    }

    /** Gives up claims whose last heartbeat is too old, before somebody else takes them. */
    void giveUpUnsafe(long nanoTime) {
        for (HeldTask task : new ArrayList<>(held.values())) {
            if (task.isUnsafeAt(nanoTime)) {
                lost(task.ref(), "no heartbeat went through for two thirds of the lease");
            }
        }
    }

    @Nullable
    HeldTask find(ClaimRef claim) {
        return held.get(claim);
    }
}
