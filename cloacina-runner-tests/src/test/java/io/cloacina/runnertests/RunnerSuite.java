package io.cloacina.runnertests;

import org.junit.jupiter.api.Nested;

/**
 * What a runner promises on a real database, written once: each backend's test extends this class and says where its
 * databases come from. Every test has a database of its own, and after each test that passed {@link
 * io.cloacina.runner.Verify} looks for whatever contradicts itself in it. What it promises when processes, connections and
 * calls fail is in {@link FailureSuite}.
 */
abstract class RunnerSuite implements BackendSource {

    @Nested
    class Crowds extends CrowdChapter {}

    @Nested
    class WakeUps extends WakeUpChapter {}

    @Nested
    class Joins extends JoinChapter {}

    @Nested
    class Cancels extends CancelChapter {}

    @Nested
    class Turns extends TurnChapter {}

    @Nested
    class Histories extends HistoryChapter {}

    @Nested
    class Retries extends RetryChapter {}

    @Nested
    class LongChains extends LongChainChapter {}

    @Nested
    class Openings extends OpeningChapter {}

    @Nested
    class Results extends ResultChapter {}

    @Nested
    class Verifying extends VerifyChapter {}

    @Nested
    class Closing extends ClosingChapter {}

    @Nested
    class Clocks extends ClockChapter {}

    @Nested
    class UserCode extends UserCodeChapter {}

    @Nested
    class HostileRows extends HostileRowsChapter {}

    @Nested
    class UnknownWords extends UnknownWordChapter {}

    @Nested
    class KeptSecrets extends KeptSecretsChapter {}

    @Nested
    class HostileQuestions extends HostileQuestionsChapter {}
}
