package io.cloacina.runnertests;

import org.junit.jupiter.api.Nested;

/**
 * What a runner promises on a real database while processes, connections and calls fail; {@link RunnerSuite} has all else. As there,
 * every test has a database of its own, and after each that passed {@link io.cloacina.runner.Verify} looks for whatever contradicts
 * itself in it.
 */
abstract class FailureSuite implements BackendSource {

    @Nested
    class CutOffCommits extends CutOffCommitChapter {}

    @Nested
    class Kills extends KillChapter {}

    @Nested
    class LostHeartbeats extends LostHeartbeatChapter {}

    @Nested
    class FailingMoments extends FailingMomentChapter {}

    @Nested
    class FailingCallsOfLives extends FailingCallChapter {}

    @Nested
    class FailingUnnoticed extends UnnoticedFailureChapter {}
}
