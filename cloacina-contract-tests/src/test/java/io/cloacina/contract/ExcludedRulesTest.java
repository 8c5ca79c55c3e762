package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What a store's traits exclude has no test for it: nothing is skipped, and one line names what is left out. */
class ExcludedRulesTest {

    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(terminal);
    }

    @Test
    void a_rule_that_does_not_apply_is_neither_skipped_nor_run_but_named() {
        Events tests = runContractOf(PollingInMemoryStoreContractTest.class);

        tests.assertStatistics(statistics -> statistics.skipped(0).aborted(0).failed(0));
        assertThat(tests.started().list())
                .extracting(event -> event.getTestDescriptor().getDisplayName().split(" ")[0])
                .contains("CLAIM-1", "LOCK-8", "WAKE-3")
                .doesNotContain("CLAIM-13", "LEASE-8", "LOCK-6", "SCHEMA-6", "WAKE-2");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("PollingInMemoryStoreContractTest leaves out"
                        + " CLAIM-13, LEASE-1 in part, LEASE-8, LOCK-6 (trait maxWriters is 1);"
                        + " WAKE-2 (trait wakeUps is POLL);"
                        + " SCHEMA-10, SCHEMA-6, SCHEMA-7, SCHEMA-8, SCHEMA-9 (no tables to write into by hand)");
    }

    @Test
    void another_trait_leaves_out_another_rule() {
        Events tests = runContractOf(PushingInMemoryStoreContractTest.class);

        assertThat(tests.started().list())
                .extracting(event -> event.getTestDescriptor().getDisplayName().split(" ")[0])
                .contains("WAKE-2")
                .doesNotContain("WAKE-3");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("WAKE-3 (trait wakeUps is PUSH)");
    }

    private static Events runContractOf(Class<? extends StoreContract> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }
}
