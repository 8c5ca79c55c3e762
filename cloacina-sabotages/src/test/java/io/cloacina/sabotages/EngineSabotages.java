package io.cloacina.sabotages;

import static io.cloacina.sabotages.Seeds.violating;

import java.util.stream.Stream;

/** Breakages of the engine, and of the in-memory store that it is simulated on. */
final class EngineSabotages {

    private static final String ENGINE = "io.cloacina.runner.internal.engine.";
    private static final String TRANSACTION = ENGINE + "GroupTransaction";
    private static final String COMMIT = ENGINE + "GroupCommit";
    private static final String LOOP = ENGINE + "WriteLoop";
    private static final String SWEEPER = ENGINE + "Sweeper";
    private static final String UPKEEP = ENGINE + "Upkeep";
    private static final String SUCCESSORS = ENGINE + "Successors";

    private static final String END_OF_TRANSACTION = """
            result = work.in(tx);
                        return result;
                    });""";

    private static final String SCENES = "io.cloacina.simulation.ScenesTest";
    private static final String READ_BACK = "return doubt(commit, e);";

    private static final String NO_START = "engine.endAtOnce(); // its writers wait already";

    private EngineSabotages() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                        Stream.of(
                                contextInASecondTransaction(),
                                historyInASecondTransaction(),
                                successorsInASecondTransaction()),
                        doubts(),
                        recoveries(),
                        clocks(),
                        timeouts(),
                        ends(),
                        crowds(),
                        comebacks())
                .flatMap(sabotages -> sabotages);
    }

    private static Sabotage inASecondTransaction(String what, String moment) {
        return Sabotage.named(what + " is written in a second transaction")
                .addingBehind(
                        COMMIT,
                        END_OF_TRANSACTION,
                        "engine.store().transact(Lane.WORK, tx -> {" + moment + " return tx; });");
    }

    private static Sabotage contextInASecondTransaction() {
        return inASecondTransaction("the context of a completed task", "tx.keep(result().contexts());")
                .standingFor(Listed.CONTEXT_APART)
                .without(TRANSACTION, "tx.keep(contextsOf(applied));")
                .isCaughtBy(violating("the checker's queries", 0));
    }

    private static Sabotage historyInASecondTransaction() {
        return inASecondTransaction("the history", "tx.record(result().events());")
                .standingFor(Listed.CRON_SLOT_APART)
                .without(TRANSACTION, "tx.record(log.events());")
                .isCaughtBy(violating("I12 steps follow the state machine", 0));
    }

    private static Sabotage successorsInASecondTransaction() {
        return inASecondTransaction("what becomes ready", "tx.settle(work.later, java.util.List.of());")
                .standingFor(Listed.SUCCESSORS_APART)
                .addingBehind(TRANSACTION, "private final EventLog log;", "List<TaskSettlement> later = List.of();")
                .replacing(
                        TRANSACTION,
                        "tx.settle(tasks, settlements);",
                        "later = tasks; tx.settle(List.of(), settlements);")
                .isCaughtBy(violating("I8 everything comes to an end", 0));
    }

    private static Stream<Sabotage> doubts() {
        return Stream.of(
                Sabotage.named("a commit in doubt counts as done")
                        .standingFor(Listed.ERROR_IS_SUCCESS)
                        .replacing(LOOP, READ_BACK, "return done(commit);")
                        .isCaughtBy(violating("I3 an acknowledged submit survives", 60)),
                Sabotage.named("a commit in doubt counts as lost")
                        .standingFor(Listed.ERROR_IS_LOSS)
                        .replacing(
                                LOOP,
                                READ_BACK,
                                "group.ends().forEach(end -> engine.held().dropLate(end.claim()));"
                                        + "outcome.giveBack(group.claimLimit()); return pauses.next();")
                        .isCaughtBy(violating("who asks is answered", 60)),
                Sabotage.named("a commit in doubt is repeated blindly")
                        .standingFor(Listed.BLIND_RETRY)
                        .replacing(LOOP, READ_BACK, "return later(group, e);")
                        .isCaughtBy(violating("I11 everybody is told of the same one", 106)),
                Sabotage.named("what was rolled back because of others is dropped")
                        .without(LOOP, "inbox.putBack(group.without(impatient));")
                        .isCaughtBy(violating("I8 everything comes to an end", 23)),
                Sabotage.named("a refused group is not halved")
                        .replacing(LOOP, "if (group.requests().size() > 1) {", "if (false) {")
                        .isCaughtBy(violating("nobody is refused for the fault of another", 124)));
    }

    private static Stream<Sabotage> recoveries() {
        return Stream.of(
                Sabotage.named("recoveries are counted in memory")
                        .standingFor(Listed.CAP_IN_MEMORY)
                        .addingBehind(
                                SWEEPER,
                                "private final HandedIn<ExecutionId> timedOut;",
                                "private final java.util.Map<Object, Integer> taken = new java.util.HashMap<>();")
                        .replacing(
                                SWEEPER,
                                "claim.recoveryAttempts() < cap",
                                "taken.merge(claim.ref().task(), 1, Integer::sum) <= cap")
                        .isCaughtBy(violating("oracle", 49)),
                Sabotage.named("the cap on recoveries is ignored")
                        .replacing(SWEEPER, "claim.recoveryAttempts() < cap", "claim.recoveryAttempts() < 1000")
                        .isCaughtBy(violating("oracle", 60)),
                Sabotage.named("a sweep ends with its first page")
                        .standingFor(Listed.ONE_PAGE_SWEEP)
                        .replacing(SWEEPER, "return page.full() && !fresh.isEmpty();", "return false;")
                        .isCaughtBy(new NamedTests(
                                        "io.cloacina.runner.RecoveryTest", "more_expired_leases_than_one_look_brings")
                                .saying("was not terminal after")),
                Sabotage.named("nobody sweeps")
                        .replacing(UPKEEP, "if (sweeper.sweep()) {", "if (false) {")
                        .isCaughtBy(violating("I8 everything comes to an end", 2)),
                Sabotage.named("a sweep passes over executions that are ending")
                        .standingFor(Listed.SWEEP_OF_RUNNING_ONLY)
                        .replacing(
                                "io.cloacina.contract.memory.InMemoryQueries",
                                ".takeWhile(row -> row.isExpired(now))",
                                ".takeWhile(row -> row.isExpired(now)).filter(row -> tables.executions.find("
                                        + "row.ref.execution()).orElseThrow().ending == null)")
                        .isCaughtBy(violating("I8 everything comes to an end", 33)),
                Sabotage.named("no heartbeats")
                        .without(UPKEEP, "threads.beatEvery(heartbeat, heartbeats::beat);")
                        .isCaughtBy(violating("no re-run without a fault", 67)),
                Sabotage.named("a heartbeat that was cut off is not tried again")
                        .replacing(
                                ENGINE + "Heartbeats",
                                "extend(claims.stream().filter(held::holds).toList());",
                                "throw cutOff;")
                        .isCaughtBy(new NamedTests(
                                "io.cloacina.runner.internal.engine.CutOffHeartbeatTest",
                                "is_tried_again_once_at_once")),
                Sabotage.named("heartbeats stop before the last bodies end")
                        .standingFor(Listed.HEARTBEATS_STOP_EARLY)
                        .addingBehind(
                                ENGINE + "EngineThreads",
                                "private final ScheduledExecutorService listener;",
                                "void endHeartbeats() { heartbeat.shutdown(); }")
                        .replacing(
                                ENGINE + "Engine",
                                "bodies.drain(grace);",
                                "threads.endHeartbeats(); bodies.drain(grace);")
                        .isCaughtBy(new NamedTests(SCENES, "leases_hold_while_a_runner_waits_for_its_last_bodies")),
                Sabotage.named("heartbeats wait behind sweeps and polls")
                        .standingFor(Listed.HEARTBEATS_ON_TASK_POOL)
                        .replacing(
                                ENGINE + "EngineThreads",
                                "heartbeat.scheduleWithFixedDelay(",
                                "maintenance.scheduleWithFixedDelay(")
                        .isCaughtBy(new NamedTests(
                                "io.cloacina.runner.HeartbeatsTest",
                                "heartbeats_do_not_wait_behind_a_sweep_that_hangs")));
    }

    private static Stream<Sabotage> timeouts() {
        return Stream.of(
                Sabotage.named("executions time out too early")
                        .replacing(
                                "io.cloacina.runner.internal.api.NewExecutions",
                                "options.timeout().or(definition::timeout).orElse(null)",
                                "options.timeout().or(definition::timeout).map(each -> each.dividedBy(2)).orElse(null)")
                        .isCaughtBy(violating("an execution times out when its time is over", 33)),
                Sabotage.named("executions that are overdue are not handed in")
                        .replacing(SWEEPER, "timedOut, this::timeOut", "timedOut, overdue -> {}")
                        .isCaughtBy(violating("no execution outlives its time-out", 67)));
    }

    private static Stream<Sabotage> clocks() {
        String wall = "java.util.concurrent.TimeUnit.MILLISECONDS.toNanos(%s.instant().toEpochMilli())";
        return Stream.of(
                Sabotage.named("leases are reckoned by the wall clock")
                        .standingFor(Listed.WALL_CLOCK)
                        .replacing(
                                ENGINE + "Heartbeats",
                                "long before = time.nanoTime();",
                                "long before = " + wall.formatted("time") + ";")
                        .replacing(
                                COMMIT,
                                "this.begunAt = engine.time().nanoTime();",
                                "this.begunAt = " + wall.formatted("engine.time()") + ";")
                        .replacing(
                                UPKEEP,
                                "giveUpUnsafe(engine.time().nanoTime())",
                                "giveUpUnsafe(" + wall.formatted("engine.time()") + ")")
                        .isCaughtBy(new NamedTests(SCENES, "leases_hold_while_the_clocks_of_runners_jump")),
                Sabotage.named("tries have no time-out")
                        .replacing(
                                ENGINE + "BodyRun",
                                "after(task.timeout(), this::timeOut)",
                                "after(task.timeout(), () -> {})")
                        .isCaughtBy(violating("oracle", 5)),
                Sabotage.named("a retry comes at once")
                        .replacing(
                                ENGINE + "RetryDecision",
                                "settings.delayAfter(attempt, random.nextDouble())",
                                "Duration.ZERO")
                        .isCaughtBy(violating("I9 a try waits for its delay", 5)));
    }

    private static Stream<Sabotage> ends() {
        return Stream.of(
                Sabotage.named("of two dependencies that end in one group one is counted")
                        .replacing(
                                SUCCESSORS,
                                "(a, b) -> new CountDown(waiting, a.ended() + b.ended(), a.unsuccessful() + b.unsuccessful())",
                                "(a, b) -> a")
                        .isCaughtBy(violating("I8 everything comes to an end", 183)),
                Sabotage.named("failures do not count as unsuccessful")
                        .replacing(SUCCESSORS, "== TaskStatus.COMPLETED ? 0 : 1;", "== TaskStatus.COMPLETED ? 0 : 0;")
                        .isCaughtBy(violating("oracle", 0)),
                Sabotage.named("a cancel leaves what has not started")
                        .replacing(TRANSACTION, "if (reason != null) {", "if (false) {")
                        .isCaughtBy(violating("I15 an ending execution starts nothing", 33)),
                Sabotage.named("bodies of an ending execution end as they like")
                        .replacing(TRANSACTION, "advance.isEnding() ? end.inEnding(advance.endingName()) : end", "end")
                        .isCaughtBy(violating("I15 an ending execution starts nothing", 2)));
    }

    private static Stream<Sabotage> crowds() {
        return Stream.of(
                Sabotage.named("one body more than there are slots")
                        .replacing(
                                ENGINE + "BodyStarter",
                                "new Turnstile<>(engine.settings().maxConcurrentTasks())",
                                "new Turnstile<>(engine.settings().maxConcurrentTasks() + 1)")
                        .isCaughtBy(violating("a runner keeps to its slots", 12)),
                Sabotage.named("an engine that could not start is not ended")
                        .without(ENGINE + "Engine", NO_START)
                        .isCaughtBy(violating("I14 an engine that ended leaves no thread", 0)),
                Sabotage.named("a claim does not raise the epoch")
                        .without("io.cloacina.contract.memory.Claims", "taken.epoch++;")
                        .isCaughtBy(violating("the engine finds no fault of its own", 0)),
                Sabotage.named("an end is applied whatever its epoch")
                        .standingFor(Listed.COMPLETION_WITHOUT_EPOCH)
                        .without("io.cloacina.contract.memory.TaskRow", " && epoch == claimEpoch")
                        .isCaughtBy(violating("I4 ", 72)),
                Sabotage.named("a recovery is applied to a lease that was extended meanwhile")
                        .standingFor(Listed.SWEEP_BY_ID)
                        .replacing(
                                "io.cloacina.contract.memory.Claims",
                                ".filter(row -> !end.kind().onlyIfExpired() || row.isExpired(now))",
                                "")
                        .isCaughtBy(violating("I10 a lease is over before it is taken", 49)));
    }

    /** What the simulation once found, put back: the plans that were kept of it must show it still. */
    private static Stream<Sabotage> comebacks() {
        return Stream.of(
                Sabotage.named("two loops of one runner record under one id")
                        .replacing(LOOP, "engine.worker() + \".\" + number;", "engine.worker() + \".0\";")
                        .isCaughtBy(KeptPlan.violating(
                                "a claim runs its body once", "The claim of another loop was taken for one's own")),
                Sabotage.named("an engine that could not start leaves its writers behind")
                        .without(ENGINE + "Engine", NO_START)
                        .isCaughtBy(KeptPlan.violating(
                                "I14 an engine that ended leaves no thread",
                                "An engine that could not start left its writers behind")),
                Sabotage.named("time-outs do not fire while an engine is closing")
                        .replacing(
                                ENGINE + "BodyRun",
                                "an overdue task ends on the timer's thread\", engine.worker(), closing);\n            endOverdue();",
                                "an overdue task is handed back\", engine.worker(), closing);")
                        .isCaughtBy(KeptPlan.violating("oracle", "Time-outs did not fire while an engine was closing")),
                Sabotage.named("an engine that has ended minds its store")
                        .replacing(ENGINE + "Engine", "if (!ended && halted.", "if (halted.")
                        .isCaughtBy(KeptPlan.violating(
                                "the engine finds no fault of its own",
                                "An engine that had ended was told once more that its store is closed")));
    }
}
