package io.cloacina.runnertests;

import org.junit.jupiter.api.Nested;

/** What a runner promises while processes, connections and calls fail; as {@link RunnerSuite} for all else. */
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
}
