package io.cloacina.contract;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The contract of an {@link io.cloacina.ports.ExecutionStore}. An adapter's test extends this class, writes the one method,
 * and runs every rule of {@code docs/contract.md} against its store.
 *
 * <pre>{@code
 * class AcmeStoreContractTest extends StoreContract {
 *     @Override
 *     protected StoreHarness newHarness() {
 *         return new AcmeHarness(); // an empty database, opened as often as asked
 *     }
 * }
 * }</pre>
 *
 * <p>No test is skipped: a rule that a declared trait excludes has no test for that store, and one line at the end names
 * all of them. Every failure begins with the id of its rule.
 */
@DisplayNameGeneration(RuleNames.class)
@ExtendWith(ContractRun.Summary.class)
@TestInstance(Lifecycle.PER_CLASS)
public abstract class StoreContract {

    /** For subclasses. */
    protected StoreContract() {}

    /** An empty database of the kind under test; called once to ask for its traits and once per test, closed after it. */
    protected abstract StoreHarness newHarness();

    @Nested
    class Admitting extends AdmissionRules {}

    @Nested
    class Claiming extends ClaimRules {}

    @Nested
    class Finishing extends FinishRules {}

    @Nested
    class Readiness extends ReadinessRules {}

    @Nested
    class Settling extends SettlementRules {}

    @Nested
    class Contexts extends ContextRules {}

    @Nested
    class Leases extends LeaseRules {}

    @Nested
    class History extends HistoryRules {}

    @Nested
    class Listing extends ListingRules {}

    @Nested
    class Time extends TimeRules {}

    @Nested
    class Schema extends SchemaRules {}

    @Nested
    class Errors extends ErrorRules {}

    @Nested
    class Locks extends LockRules {}

    @Nested
    class Wakes extends WakeRules {}
}
