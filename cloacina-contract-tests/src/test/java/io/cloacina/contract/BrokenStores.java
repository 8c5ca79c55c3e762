package io.cloacina.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Who guards the guards: each broken store fails exactly the rule that it breaks, and the failure says which. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrokenStores {

    abstract Stream<Fault> faults();

    @ParameterizedTest
    @MethodSource("faults")
    void a_broken_store_fails_exactly_its_rule(Fault fault) {
        BrokenStoreContract.plant(fault);

        List<Event> failures = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(BrokenStoreContract.class))
                .execute()
                .testEvents()
                .failed()
                .list();

        assertThat(rulesOf(failures)).as(messagesOf(failures)).isEqualTo(Set.of(fault.rule()));
        assertThat(failures).allMatch(failure -> message(failure).strip().startsWith(fault.rule() + ": "));
    }

    private static Set<String> rulesOf(List<Event> failures) {
        Set<String> rules = new TreeSet<>();
        failures.forEach(failure ->
                rules.add(failure.getTestDescriptor().getDisplayName().split(" ")[0]));
        return rules;
    }

    private static String messagesOf(List<Event> failures) {
        return failures.stream().map(BrokenStores::message).toList().toString();
    }

    private static String message(Event failure) {
        return failure.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
