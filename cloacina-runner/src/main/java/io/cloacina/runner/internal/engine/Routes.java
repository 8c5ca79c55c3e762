package io.cloacina.runner.internal.engine;

import io.cloacina.domain.execution.ExecutionId;
import java.util.List;

/**
 * The write loops of one runner. All requests about one stored execution go to the same loop, so that they never race. New
 * ones, which nobody knows yet, gather in one group while they are few: their callers wait, and would wait for as many commits.
 */
record Routes(List<Inbox> inboxes) {

    /** So many new executions wait in one loop before they are shared with the others. */
    private static final int FEW = 32;

    Routes {
        inboxes = List.copyOf(inboxes);
    }

    void submit(Request request) {
        Inbox gathering = inboxes.get(inboxes.size() - 1);
        Inbox inbox =
                request instanceof Submission && gathering.size() < FEW ? gathering : inboxOf(request.execution());
        inbox.add(request);
    }

    /** Any loop may claim; the first one is woken for it. */
    void wantClaim() {
        inboxes.forEach(inbox -> inbox.note(Search.READY)); // or all would wait for the first one's commits
        inboxes.get(0).want(Search.READY);
    }

    /** Slots came back without an end to be written: loops that wait for one may claim. */
    void slotsFreed() {
        inboxes.forEach(Inbox::slotsFreed);
    }

    void wantPromotion() {
        inboxes.get(0).want(Search.DUE);
    }

    /** Tells everyone who waits in an inbox that nothing more is written. */
    void giveUpAll(RuntimeException why) {
        for (Inbox inbox : inboxes) {
            inbox.drain().forEach(request -> request.giveUp(why));
        }
    }

    private Inbox inboxOf(ExecutionId execution) {
        return inboxes.get(Math.floorMod(execution.value().hashCode(), inboxes.size()));
    }
}
