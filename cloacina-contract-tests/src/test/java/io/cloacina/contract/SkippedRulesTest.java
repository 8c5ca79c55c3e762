package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** A rule is skipped only because a trait rules it out or because nobody can test it, and says which. */
class SkippedRulesTest {

    @Test
    void what_is_skipped_names_a_trait_or_a_reason() {
        List<Event> skipped = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(PollingInMemoryStoreContractTest.class))
                .execute()
                .testEvents()
                .aborted()
                .list();

        assertThat(skipped)
                .extracting(SkippedRulesTest::reason)
                .allSatisfy(reason -> assertThat(reason)
                        .matches("(Assumption failed: )?(trait [a-zA-Z]+ is|untestable|no raw SQL).*"));
        assertThat(skipped)
                .extracting(event -> event.getTestDescriptor().getDisplayName().split(" ")[0])
                .containsExactlyInAnyOrder(
                        "CLAIM-13",
                        "ERROR-10",
                        "ERROR-9",
                        "LEASE-8",
                        "LOCK-6",
                        "SCHEMA-10",
                        "SCHEMA-10",
                        "SCHEMA-6",
                        "SCHEMA-7",
                        "SCHEMA-8",
                        "SCHEMA-9",
                        "TIME-10",
                        "WAKE-2",
                        "WAKE-5");
    }

    private static String reason(Event skipped) {
        return skipped.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
