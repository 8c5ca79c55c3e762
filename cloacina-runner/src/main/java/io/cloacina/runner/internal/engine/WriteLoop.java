package io.cloacina.runner.internal.engine;

import io.cloacina.ports.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers whatever waits to be written and commits it as one transaction: group commit. Alone on an idle system, so that
 * latency is one commit; together under load, so that the cost of a task falls as load grows. While one group commits, the
 * next one gathers; how long it may wait for those who were just answered, {@link Gathering} says.
 *
 * <p>The loop is a {@link #step()}; who calls it and when is not its business. One thread at a time.
 *
 * <p><b>Trouble.</b> What the database rolled back because of others is tried again, whole. What was refused is halved,
 * until the one element that spoils the group is alone and told so; its neighbours are stored. What may or may not be
 * durable is read back, under locks, before anything is decided. While there is no connection or no room, ends wait as
 * long as it takes; callers are told after {@link #PATIENCE}.
 */
final class WriteLoop {

    /** How long a caller's request is kept while the store cannot be reached. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(WriteLoop.class);

    private final EngineContext engine;
    private final String writer;
    private final Inbox inbox;
    private final GroupOutcome outcome;
    private final Pauses pauses;
    private final Gathering gathering = new Gathering();
    private volatile @Nullable Doubt doubt;
    private volatile boolean stepping;

    /** A commit that may or may not be durable. */
    private record Doubt(GroupCommit commit, StoreException.OutcomeUnknown cause) {}

    /** @param number differs among the loops of one engine */
    WriteLoop(EngineContext engine, int number, Inbox inbox, GroupOutcome outcome) {
        this.engine = engine;
        this.writer = engine.worker() + "." + number;
        this.inbox = inbox;
        this.outcome = outcome;
        this.pauses = new Pauses(engine.random());
    }

    Inbox inbox() {
        return inbox;
    }

    boolean hasWork() {
        return doubt != null || inbox.hasWork(engine.slots());
    }

    /** How much longer to wait for callers who are about to come, so that one commit serves them all; nobody else is kept waiting. */
    Duration patience() {
        return doubt == null && inbox.isForCallersOnly(engine.slots())
                ? gathering.patience(inbox.size(), engine.time().nanoTime())
                : Duration.ZERO;
    }

    /** Whether a step is under way: it may bring up work for this loop or another one. */
    boolean isStepping() {
        return stepping;
    }

    /**
     * Commits one group, or finds out about the one before.
     *
     * @return how long to wait before the next step while the store is in trouble; zero otherwise
     */
    Duration step() {
        stepping = true; // before anything is taken out of the inbox
        try {
            return doubt == null ? commitNext() : resolve(doubt);
        } finally {
            stepping = false;
        }
    }

    private Duration commitNext() {
        Group group = inbox.take(engine.settings().groupLimit(), engine.slots());
        return group.isEmpty() ? Duration.ZERO : commit(group);
    }

    private Duration commit(Group group) {
        GroupCommit commit = new GroupCommit(engine, writer, group);
        try {
            commit.run();
        } catch (StoreException.OutcomeUnknown e) {
            return doubt(commit, e);
        } catch (StoreException.Refused e) {
            return split(group, e);
        } catch (StoreException.Unreadable e) {
            return setAside(group, e);
        } catch (StoreException.Unusable e) {
            return halt(group, e);
        } catch (StoreException e) {
            return later(group, e);
        } catch (RuntimeException e) {
            return split(group, unexpected(e));
        } catch (Error e) {
            return doubt(commit, new StoreException.OutcomeUnknown("the JVM failed during a transaction", e));
        }
        done(commit);
        gathering.answered(
                callers(group).count(), commit.begunAt(), engine.time().nanoTime());
        return Duration.ZERO;
    }

    private Duration doubt(GroupCommit commit, StoreException.OutcomeUnknown cause) {
        LOG.warn("{}: a commit was cut off; reading back whether it is durable", engine.worker(), cause);
        doubt = new Doubt(commit, cause);
        return pauses.next();
    }

    /** A fault of ours or of an adapter, brought up by some element: it is found like any other that spoils its group. */
    private StoreException.Refused unexpected(RuntimeException fault) {
        LOG.error("{}: a transaction failed unexpectedly; please report this", engine.worker(), fault);
        return new StoreException.Refused(
                "the transaction failed unexpectedly: " + fault.getClass().getName(), fault);
    }

    private Duration resolve(Doubt doubted) {
        GroupCommit commit = doubted.commit();
        boolean durable;
        try {
            durable = commit.isDurable();
        } catch (StoreException.Unreadable e) {
            return giveUpDoubt(doubted, e);
        } catch (StoreException.Unusable e) {
            callers(commit.group()).forEach(request -> request.giveUp(doubted.cause()));
            return halt(commit.group(), e);
        } catch (RuntimeException | Error e) {
            LOG.warn("{}: could not find out about the commit that was cut off; asking again", engine.worker(), e);
            impatient(commit.group()).forEach(request -> request.giveUp(doubted.cause()));
            return pauses.next();
        }
        doubt = null;
        LOG.info("{}: the commit that was cut off is {}durable", engine.worker(), durable ? "" : "not ");
        return durable ? done(commit) : again(doubted);
    }

    /** No history of what it touched can be read: whether it is there stays unknown. Its claims end with their leases. */
    private Duration giveUpDoubt(Doubt doubted, StoreException.Unreadable why) {
        LOG.warn("{}: it cannot be found out whether the commit that was cut off is durable", engine.worker(), why);
        doubt = null;
        Group group = doubted.commit().group();
        outcome.giveBack(group.claimLimit());
        group.requests().forEach(request -> giveUp(request, doubted.cause()));
        inbox.putBack(group.without(group.requests()));
        return pauses.next();
    }

    /** After an error of the JVM the group may hold what brings it up each time: its neighbours are told apart from it. */
    private Duration again(Doubt doubted) {
        Group group = doubted.commit().group();
        if (doubted.cause().getCause() instanceof Error) {
            return group.requests().size() > 1 ? halve(group) : behindTheOthers(group, doubted.cause());
        }
        return commit(group);
    }

    private Duration done(GroupCommit commit) {
        pauses.reset();
        outcome.apply(commit);
        return Duration.ZERO;
    }

    private Duration split(Group group, StoreException.Refused why) {
        if (group.requests().size() > 1) {
            return halve(group);
        }
        outcome.giveBack(group.claimLimit());
        group.requests().forEach(request -> refuse(request, why));
        inbox.putBack(group.without(group.requests()));
        return group.requests().isEmpty() ? pauses.next() : Duration.ZERO;
    }

    /** What concerns an execution that cannot be read is given up; its neighbours are tried again at once. */
    private Duration setAside(Group group, StoreException.Unreadable why) {
        List<Request> spoiled = group.of(why.execution());
        if (spoiled.isEmpty()) {
            return later(group, why); // what somebody else spoilt is no reason to refuse an outcome
        }
        LOG.warn(
                "{}: {} requests about execution {} are given up, and it is left alone: {}",
                engine.worker(),
                spoiled.size(),
                why.execution(),
                why.getMessage());
        engine.setAside(why);
        outcome.giveBack(group.claimLimit());
        spoiled.forEach(request -> giveUp(request, why));
        inbox.putBack(group.without(spoiled));
        return Duration.ZERO;
    }

    private Duration halve(Group group) {
        outcome.giveBack(group.claimLimit());
        group.halves().forEach(this::commitUnlessCutOff);
        inbox.putBack(group.without(group.requests()));
        return Duration.ZERO;
    }

    private void commitUnlessCutOff(Group half) {
        if (doubt == null) {
            commit(half);
        } else {
            inbox.putBack(half);
        }
    }

    /** A refused outcome becomes a failure of its task: what cannot be stored must not be tried for ever. */
    private void refuse(Request request, StoreException.Refused why) {
        GroupOutcome.asFailure(request, why).ifPresentOrElse(inbox::add, () -> giveUp(request, why));
    }

    /** A claim that is given up is not held any more: without heartbeats its lease expires, and the sweep takes it. */
    private void giveUp(Request request, StoreException why) {
        request.giveUp(why);
        if (request instanceof TaskEnd end) {
            engine.held().written(List.of(end.claim()));
        }
    }

    private Duration later(Group group, StoreException why) {
        outcome.giveBack(group.claimLimit());
        List<Request> impatient = impatient(group);
        impatient.forEach(request -> request.giveUp(why));
        inbox.putBack(group.without(impatient));
        Duration pause = pauses.next();
        if (!(why instanceof StoreException.Contended)) {
            LOG.warn(
                    "{}: could not commit {} requests; nothing of them was stored, they are tried again in {}",
                    engine.worker(),
                    group.requests().size(),
                    pause,
                    why);
        }
        return pause;
    }

    /** What fails alone is tried again after everything else that waits: nobody is to wait behind it. */
    private Duration behindTheOthers(Group group, StoreException why) {
        Duration pause = later(new Group(List.of(), group.claimLimit(), group.search()), why);
        List<Request> impatient = impatient(group);
        impatient.forEach(request -> request.giveUp(why));
        group.without(impatient).requests().forEach(inbox::add);
        return pause;
    }

    private List<Request> impatient(Group group) {
        long oldest = engine.time().nanoTime() - PATIENCE.toNanos();
        return callers(group).filter(request -> request.since() - oldest < 0).toList();
    }

    private static Stream<Request> callers(Group group) {
        return group.requests().stream().filter(Request::hasCaller);
    }

    /** Its thread has ended: nobody reads back any more what a commit in doubt has come to. */
    void ended() {
        Doubt left = doubt;
        if (left != null) {
            callers(left.commit().group()).forEach(request -> request.giveUp(left.cause()));
        }
    }

    /** Nothing is kept: a store that is unusable takes it neither now nor later. */
    private Duration halt(Group group, StoreException.Unusable why) {
        doubt = null;
        outcome.giveBack(group.claimLimit());
        group.requests().forEach(request -> giveUp(request, why));
        engine.stop(why);
        return Duration.ZERO;
    }
}
