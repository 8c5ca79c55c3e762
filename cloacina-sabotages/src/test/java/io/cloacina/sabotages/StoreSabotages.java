package io.cloacina.sabotages;

import static io.cloacina.sabotages.NamedTests.postgresRule;
import static io.cloacina.sabotages.NamedTests.sqliteRule;

import java.util.stream.Stream;

/** Breakages of the statements, the adapters and the validator. A rule of the contract or a named test notices each. */
final class StoreSabotages {

    private static final String JPA = "io.cloacina.jpa.internal.";
    private static final String PORTABLE = JPA + "PortableStatements";
    private static final String TASKS = JPA + "TaskSql";
    private static final String CLAIMS = JPA + "ClaimSql";
    private static final String SQLITE = "io.cloacina.adapter.sqlite.";
    private static final String POSTGRES = "io.cloacina.adapter.postgres.";
    private static final String POSTGRES_SQL = POSTGRES + "PostgresStatements";
    private static final String POSTGRES_WORDS = POSTGRES + "PostgresVocabulary";

    private static final String NEW_EPOCH = "claim_epoch = t.claim_epoch + 1";
    private static final String OLD_EPOCH_FOR_RETRIES =
            "claim_epoch = t.claim_epoch + case when t.attempt > 1 then 0 else 1 end";

    private StoreSabotages() {}

    static Stream<Sabotage> all() {
        return Stream.of(statements(), sqlite(), postgres()).flatMap(sabotages -> sabotages);
    }

    /** What both databases are told alike. */
    private static Stream<Sabotage> statements() {
        return Stream.of(
                portable("an end does not ask for its epoch")
                        .standingFor(Listed.COMPLETION_WITHOUT_EPOCH)
                        .without(TASKS, "and t.claim_epoch = r.epoch")
                        .isCaughtBy(sqliteRule("FINISH-1")),
                portable("a retry does not raise the epoch")
                        .standingFor(Listed.RETRY_KEEPS_EPOCH)
                        .replacing(CLAIMS, NEW_EPOCH, OLD_EPOCH_FOR_RETRIES)
                        .isCaughtBy(sqliteRule("CLAIM-6")),
                portable("a sweep takes by id only")
                        .standingFor(Listed.SWEEP_BY_ID)
                        .without(TASKS, "and (not r.only_if_expired or t.lease_until <= {now})")
                        .isCaughtBy(sqliteRule("FINISH-5")),
                portable("a sweep sees only executions that are not ending")
                        .standingFor(Listed.SWEEP_OF_RUNNING_ONLY)
                        .replacing(
                                CLAIMS,
                                "and t.lease_until <= {now}\n            order by",
                                "and t.lease_until <= {now} and exists (select 1 from {schema}workflow_executions as e"
                                        + " where e.id = t.execution_id and e.ending is null)\n            order by")
                        .isCaughtBy(sqliteRule("LEASE-5")),
                Sabotage.named("the shared cache is on")
                        .standingFor(Listed.SHARED_CACHE)
                        .replacing(
                                JPA + "SessionSetup",
                                "CACHE_SHARED_DEFAULT, \"false\"",
                                "CACHE_SHARED_DEFAULT, \"true\"")
                        .isCaughtBy(sqliteRule("TIME-9")),
                Sabotage.named("NUL is let through")
                        .standingFor(Listed.NUL)
                        .replacing("io.cloacina.domain.json.PayloadInspection", "if (c == 0) {", "if (false) {")
                        .isCaughtBy(new NamedTests(
                                "io.cloacina.domain.json.JsonValidatorTest", "nul_and_half_surrogates_are_refused")));
    }

    private static Sabotage portable(String name) {
        return Sabotage.named(name).compiledWith(PORTABLE);
    }

    private static Stream<Sabotage> sqlite() {
        NamedTests setUp = new NamedTests(SQLITE + "SessionTest", "every_connection_is_set_up_in_full");
        return Stream.of(
                Sabotage.named("transactions begin deferred")
                        .standingFor(Listed.BEGIN_DEFERRED)
                        .replacing(SQLITE + "Session", "begin immediate\")", "begin\")")
                        .isCaughtBy(new NamedTests(
                                SQLITE + "SessionTest", "a_transaction_that_begins_by_reading_may_write")),
                Sabotage.named("foreign keys are off")
                        .standingFor(Listed.FOREIGN_KEYS_OFF)
                        .replacing(SQLITE + "SessionSource", "enforceForeignKeys(true)", "enforceForeignKeys(false)")
                        .isCaughtBy(sqliteRule("CONTEXT-6")),
                Sabotage.named("synchronous is off")
                        .standingFor(Listed.SYNCHRONOUS_OFF)
                        .replacing(
                                SQLITE + "SessionSource",
                                "SQLiteConfig.SynchronousMode.valueOf(pragmas.synchronous().name())",
                                "SQLiteConfig.SynchronousMode.OFF")
                        .isCaughtBy(setUp),
                Sabotage.named("a file that was exchanged is written to")
                        .without(SQLITE + "Session", "watch.requireUnmoved();")
                        .isCaughtBy(new NamedTests(
                                SQLITE + "OpeningTest", "a_file_that_was_unlinked_acknowledges_nothing_more")),
                Sabotage.named("a file is damaged because another process moves its journal into it")
                        .replacing(SQLITE + "FirstLook", "if (half.getErrorCode() !=", "if (-1 !=")
                        .isCaughtBy(new NamedTests(
                                        SQLITE + "CheckpointTest", "a_file_with_half_of_its_journal_moved_into_it")
                                .saying("could not be opened: error 11")),
                Sabotage.named("a commit that met a disk error has a known outcome")
                        .replacing(
                                SQLITE + "SqliteErrors",
                                "failure.getErrorCode() == code(SQLiteErrorCode.SQLITE_IOERR)",
                                "failure.getErrorCode() < 0")
                        .replacing(
                                SQLITE + "SqliteErrors",
                                ".code(code(SQLiteErrorCode.SQLITE_IOERR)",
                                ".codeRolledBack(code(SQLiteErrorCode.SQLITE_IOERR)")
                        .isCaughtBy(new NamedTests(
                                SQLITE + "CommitTest",
                                "a_commit_that_failed_after_it_took_effect_is_unknown_and_there")));
    }

    private static Stream<Sabotage> postgres() {
        return Stream.of(
                Sabotage.named("on PostgreSQL a retry does not raise the epoch")
                        .standingFor(Listed.RETRY_KEEPS_EPOCH)
                        .replacing(POSTGRES_SQL, NEW_EPOCH, OLD_EPOCH_FOR_RETRIES)
                        .isCaughtBy(postgresRule("CLAIM-6")),
                Sabotage.named("executions are read without a lock")
                        .replacing(POSTGRES_WORDS, "return \"for no key update\";", "return \"\";")
                        .isCaughtBy(postgresRule("LOCK-1")),
                Sabotage.named("time stands still during a transaction")
                        .replacing(POSTGRES_WORDS, "(statement_timestamp() + cast(", "(now() + cast(")
                        .isCaughtBy(postgresRule("LEASE-1")),
                Sabotage.named("leases are reckoned by the runner's wall clock")
                        .standingFor(Listed.WALL_CLOCK)
                        .replacing(
                                POSTGRES_WORDS,
                                "return \"statement_timestamp()\";",
                                "return \"timestamptz '\" + java.time.Instant.now().minusSeconds(60) + \"'\";")
                        .isCaughtBy(postgresRule("LOCK-7")),
                Sabotage.named("heartbeats share the connections of the work")
                        .standingFor(Listed.HEARTBEATS_ON_TASK_POOL)
                        .replacing(
                                JPA + "Route",
                                "case HEARTBEAT -> lanes.heartbeat();",
                                "case HEARTBEAT -> lanes.work();")
                        .isCaughtBy(new NamedTests(
                                        POSTGRES + "ConnectionsTest",
                                        "heartbeats_go_on_while_all_other_connections_are_busy")
                                .saying("no connection became free")));
    }
}
