package io.cloacina.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.execution.EventKind;
import io.cloacina.faults.journal.Chronicle;
import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Entry.Kind;
import io.cloacina.faults.journal.Span;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LostLeaseTest {

    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final long TAKEN = 20_000_000;
    private static final long LOST = 30_000_000;
    private static final String HOLDER = "p0x1";

    private final Chronicle chronicle = new Chronicle();
    private final LostLease lease =
            new LostLease(event(EventKind.TASK_CLAIMED, TAKEN), event(EventKind.TASK_LEASE_EXPIRED, LOST));

    private static StoredEvent event(EventKind kind, long micros) {
        return new StoredEvent("execution", kind, "task", 1, 1, HOLDER + "-worker", micros);
    }

    @Test
    void what_kept_its_holder_from_half_of_a_lease_explains_it() {
        chronicle.was("Pause", HOLDER, new Span(LOST - 3_000_000, LOST - 2_000_000));
        assertThat(isExplained()).isTrue();
    }

    @Test
    void so_does_a_kill_of_its_holder_which_is_never_over() {
        chronicle.was("Kill", HOLDER, new Span(LOST - 3_000_000, Long.MAX_VALUE));
        assertThat(isExplained()).isTrue();
    }

    @Test
    void less_than_that_does_not_even_if_two_things_happened_at_once() {
        chronicle.was("Pause", HOLDER, new Span(LOST - 3_000_000, LOST - 2_100_000));
        assertThat(isExplained(noted(HOLDER, Kind.STOOD_STILL, LOST - 2_200_000, 700)))
                .isFalse();
    }

    @Test
    void what_it_noted_itself_counts_whatever_it_is() {
        assertThat(isExplained(
                        noted(HOLDER, Kind.STOOD_STILL, LOST - 1_000_000, 500),
                        noted(HOLDER, Kind.KEPT_OUT, LOST - 3_000_000, 500)))
                .isTrue();
    }

    @Test
    void what_is_known_of_one_that_is_not_explained_is_told() {
        chronicle.was("Pause", HOLDER, new Span(LOST - 3_000_000, LOST - 2_100_000));
        chronicle.was("Kill", "p1x1", new Span(LOST - 1_000_000, Long.MAX_VALUE));
        chronicle.was("Outage", "p1x1", new Span(TAKEN - 1, TAKEN));
        assertThat(lease.told(chronicle, Stream.empty(), LEASE))
                .contains("for 900000 microseconds", "lease of 2000000", "Pause of " + HOLDER, "Kill of p1x1")
                .doesNotContain("Outage");
    }

    @Test
    void what_happened_to_others_explains_nothing() {
        chronicle.was("Kill", "p1x1", new Span(0, Long.MAX_VALUE));
        chronicle.was("Pause", "p1x2", new Span(TAKEN, LOST));
        assertThat(isExplained(noted("p1x2", Kind.STOOD_STILL, LOST, 9_000))).isFalse();
    }

    @Test
    void what_was_over_long_before_explains_nothing() {
        chronicle.was("Pause", HOLDER, new Span(TAKEN, LOST - 6_000_000));
        assertThat(isExplained()).isFalse();
    }

    @Test
    void a_pause_between_a_claim_and_its_record_explains_it() {
        LostLease hardlyTaken =
                new LostLease(event(EventKind.TASK_CLAIMED, LOST - 400_000), event(EventKind.TASK_LEASE_EXPIRED, LOST));
        chronicle.was("PauseInside", HOLDER, new Span(LOST - 6_000_000, LOST - 401_000));
        assertThat(hardlyTaken.isExplained(chronicle, Stream.empty(), LEASE)).isTrue();
    }

    @Test
    void it_is_the_machines_when_what_was_done_to_its_holder_does_not_explain_it_by_itself() {
        Entry busy = noted(HOLDER, Kind.STOOD_STILL, LOST - 1_000_000, 900);
        chronicle.was("Restart", HOLDER, new Span(LOST - 3_000_000, LOST - 2_900_000));
        assertThat(isTheMachines(busy)).isTrue();
        assertThat(isTheMachines()).as("explained by nothing").isFalse();
        chronicle.was("Pause", HOLDER, new Span(LOST - 4_500_000, LOST - 3_000_000));
        assertThat(isTheMachines(busy)).as("a pause explains it").isFalse();
    }

    private boolean isTheMachines(Entry... noted) {
        return lease.isTheMachines(chronicle, Stream.of(noted), LEASE);
    }

    private boolean isExplained(Entry... noted) {
        return lease.isExplained(chronicle, Stream.of(noted), LEASE);
    }

    private static Entry noted(String process, Kind kind, long until, long millis) {
        return new Entry(kind, process, until, List.of(Long.toString(millis)));
    }
}
