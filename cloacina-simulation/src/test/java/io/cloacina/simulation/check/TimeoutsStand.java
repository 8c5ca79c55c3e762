package io.cloacina.simulation.check;

import io.cloacina.domain.execution.Ending;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.simulation.plan.StepStoreClock;
import io.cloacina.simulation.store.Commit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An execution times out if its time is over, never before and never without one, and none ends otherwise long after that.
 * When its time is over follows from the plan and from the commit that stored it: the engine is not asked.
 *
 * <p>Whoever writes the last end of an execution looks for overdue ones himself, from his first commit on, and what he
 * finds goes the way that the ends go. {@link Punctuality} says how long that may take.
 */
final class TimeoutsStand implements Invariant {

    private final Court court;
    private final boolean clockIsSteady;
    private final Punctuality punctuality;
    private final Map<String, Instant> firstCommits = new HashMap<>();
    private final Map<ExecutionId, Instant> due = new HashMap<>();
    private final Set<ExecutionId> cancelled = new HashSet<>();
    private final Set<ExecutionId> timedOut = new HashSet<>();

    TimeoutsStand(Court court) {
        this.court = court;
        this.clockIsSteady = court.plan().steps().stream().noneMatch(step -> step.act() instanceof StepStoreClock);
        this.punctuality = Punctuality.in(court.plan());
    }

    @Override
    public void committed(Commit commit) {
        firstCommits.putIfAbsent(commit.runner(), commit.at());
        for (ExecutionEvent event : commit.events()) {
            switch (event.kind()) {
                case EXECUTION_SUBMITTED -> submitted(event.execution(), commit.at());
                case EXECUTION_CANCEL_REQUESTED -> cancelled.add(event.execution());
                case EXECUTION_TIMED_OUT -> timedOut(event.execution(), commit.at());
                case EXECUTION_COMPLETED, EXECUTION_FAILED -> ended(event.execution(), commit);
                default -> {
                    /* no time-out is concerned */
                }
            }
        }
    }

    /** The store keeps microseconds. */
    private void submitted(ExecutionId execution, Instant at) {
        timeout(execution)
                .ifPresent(timeout ->
                        due.put(execution, at.truncatedTo(ChronoUnit.MICROS).plus(timeout)));
    }

    private Optional<Duration> timeout(ExecutionId execution) {
        return court.handed().stream()
                .filter(handed -> handed.newcomer().id().equals(execution))
                .map(Handed::order)
                .findFirst()
                .flatMap(order -> Optional.ofNullable(order.timeout())
                        .or(() -> Optional.ofNullable(
                                court.plan().blueprint(order.workflow()).timeout())));
    }

    private void timedOut(ExecutionId execution, Instant at) {
        timedOut.add(execution);
        Instant over = due.get(execution);
        boolean right = over != null && (!clockIsSteady || !at.isBefore(over));
        require(right, "an execution times out when its time is over", execution, at);
    }

    private void ended(ExecutionId execution, Commit commit) {
        Instant over = due.get(execution);
        if (over != null && clockIsSteady && !cancelled.contains(execution) && !timedOut.contains(execution)) {
            Instant up = firstCommits.getOrDefault(commit.runner(), commit.at());
            boolean soon = commit.at().isBefore(punctuality.latest(over, up));
            require(soon, "no execution outlives its time-out", execution, commit.at());
        }
    }

    @Override
    public void atEnd() {
        for (Handed handed : court.handed()) {
            ExecutionId id = handed.newcomer().id();
            court.stored()
                    .find(id)
                    .ifPresent(stored -> Invariant.require(
                            court,
                            "the row of an execution says that it timed out",
                            timedOut.contains(id) == (stored.ending() == Ending.TIMED_OUT),
                            () -> court.name(id) + " is ending as " + stored.ending()));
        }
    }

    private void require(boolean kept, String invariant, ExecutionId execution, Instant at) {
        Invariant.require(
                court,
                invariant,
                kept,
                () -> court.name(execution) + " at " + at + ", and its time is over at " + due.get(execution));
    }
}
