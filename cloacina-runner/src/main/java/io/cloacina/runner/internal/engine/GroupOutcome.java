package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.workflow.WorkflowDefinition;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTraits;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows a commit: callers are answered, bodies start or stop, listeners hear of it. The commit stands whatever
 * happens here, and each step is taken whatever became of the others.
 */
final class GroupOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(GroupOutcome.class);

    private final EngineContext engine;
    private final Bodies bodies;
    private final ListenerQueue listeners;
    private final Routes routes;
    private final RecentStarts starts = new RecentStarts();
    private final Alarm promotion;
    private final Alarm deadline;

    GroupOutcome(
            EngineContext engine,
            Bodies bodies,
            ListenerQueue listeners,
            Routes routes,
            Alarm promotion,
            Alarm deadline) {
        this.engine = engine;
        this.bodies = bodies;
        this.listeners = listeners;
        this.routes = routes;
        this.promotion = promotion;
        this.deadline = deadline;
    }

    void apply(GroupCommit commit) {
        Group group = commit.group();
        GroupResult result = commit.result();
        take("remember what was started and written", () -> remember(group, result));
        take("tell listeners", () -> listeners.publish(result.events(), event -> definitionOf(event, result)));
        take("answer callers", () -> answer(group, result));
        take("end claims", () -> endClaims(group, result));
        take("stop bodies", () -> engine.held().requestStop(result.endings()));
        take("tell waiters", () -> engine.waiters().terminal(result.terminal()));
        take("start claims", () -> startClaims(commit));
        take("look ahead", () -> lookAhead(group, result));
        take("tell others", () -> tellOthers(result));
    }

    private void take(String name, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.error("{}: could not {} after a commit; please report this", engine.worker(), name, e);
        }
    }

    /** Takes back slots that a group has not filled. */
    void giveBack(int slots) {
        if (slots > 0) {
            engine.slots().giveBack(slots);
            routes.slotsFreed();
        }
    }

    private Optional<WorkflowDefinition> definitionOf(ExecutionEvent event, GroupResult result) {
        return Optional.ofNullable(result.definitions().get(event.execution())).flatMap(engine.definitions()::find);
    }

    private void remember(Group group, GroupResult result) {
        List<Submission> submissions = group.submissions();
        for (int i = 0; i < submissions.size(); i++) {
            if (result.admissions().get(i).created()) {
                engine.contexts().add(submissions.get(i).newcomer().context());
                starts.add(submissions.get(i).execution());
            }
        }
        result.contexts().forEach(engine.contexts()::add);
    }

    private static void answer(Group group, GroupResult result) {
        List<Submission> submissions = group.submissions();
        for (int i = 0; i < submissions.size(); i++) {
            submissions.get(i).answer().complete(result.admissions().get(i));
        }
        List<Cancellation> cancellations = group.cancellations();
        for (int i = 0; i < cancellations.size(); i++) {
            cancellations.get(i).answer().complete(result.verdicts().get(i));
        }
    }

    private void endClaims(Group group, GroupResult result) {
        Set<ClaimRef> written = new HashSet<>();
        for (TaskEnd end : group.ends()) {
            if (end.kind().onlyIfExpired()) {
                loseExpired(end, result);
            } else if (result.applied().contains(end.claim())) {
                written.add(end.claim());
            } else {
                engine.held().dropLate(end.claim());
            }
        }
        engine.held().written(written);
    }

    private void loseExpired(TaskEnd end, GroupResult result) {
        if (result.applied().contains(end.claim())) {
            engine.held().lost(end.claim(), "its lease expired");
        }
    }

    private void startClaims(GroupCommit commit) {
        GroupResult result = commit.result();
        giveBack(commit.group().claimLimit() - result.claims().size());
        if (!result.claims().isEmpty()) {
            bodies.start(
                    result.claims(),
                    Heartbeats.stopsItselfAt(
                            commit.begunAt(), engine.settings().leases().lease()));
        }
    }

    private void lookAhead(Group group, GroupResult result) {
        for (Submission submission : group.submissions()) {
            Duration timeout = submission.newcomer().timeout();
            if (timeout != null) {
                deadline.in(timeout);
            }
        }
        for (TaskEnd end : group.ends()) {
            if (end.kind() == ClaimEnd.Kind.RETRY) {
                promotion.in(end.dueIn());
            }
        }
        if (result.workMayBeLeft()) {
            routes.wantClaim();
        }
    }

    /** There is work that nobody here can take now, or an end that somebody elsewhere may be waiting for. */
    private void tellOthers(GroupResult result) {
        boolean canCallBack = engine.store().traits().wakeUps() == StoreTraits.WakeUpKind.PUSH;
        boolean workLeft = result.workMayBeLeft() && !engine.slots().anyFree();
        if (canCallBack && (workLeft || endedForOthers(result))) {
            engine.store().wakeUps().announce();
        }
    }

    private boolean endedForOthers(GroupResult result) {
        return result.terminal().stream().anyMatch(execution -> !starts.contains(execution));
    }

    /** The failure that stands for an end whose own outcome the store refuses, if the request is such an end. */
    static Optional<TaskEnd> asFailure(Request request, StoreException.Refused why) {
        boolean carriesData = request instanceof TaskEnd end && end.kind() == ClaimEnd.Kind.COMPLETED;
        return carriesData
                ? Optional.of(((TaskEnd) request)
                        .insteadAs(ClaimEnd.Kind.FAILED, "the store refused its outcome: " + why.getMessage()))
                : Optional.empty();
    }
}
