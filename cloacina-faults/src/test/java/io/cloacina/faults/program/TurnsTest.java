package io.cloacina.faults.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Journal;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {

    private static final OptionalLong NOBODY = OptionalLong.empty();
    private static final OptionalLong OTHER = OptionalLong.of(1);
    private static final OptionalLong SELF =
            OptionalLong.of(ProcessHandle.current().pid());

    @TempDir
    Path folder;

    private OptionalLong holder = NOBODY;
    private long millis;
    private Turns turns;

    @BeforeEach
    void begin() {
        turns = new Turns(
                () -> holder, new Journal(folder.resolve("journal"), "p"), () -> TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void a_transaction_that_waits_while_others_write_is_kept_out_until_it_ends() {
        turns.begins();
        looks(OTHER, 8);
        turns.ends();
        looks(OTHER, 1);

        assertThat(keptOut()).isEqualTo(350); // but for its first tenth of a second
    }

    @Test
    void it_is_written_down_while_it_lasts_for_a_process_may_end_or_stand_still_before_it_is_over() {
        turns.begins();
        looks(OTHER, 8);

        assertThat(keptOut()).isEqualTo(350);
    }

    @Test
    void moments_in_which_the_lock_is_free_between_others_are_part_of_it() {
        turns.begins();
        looks(OTHER, 3);
        looks(NOBODY, 4);
        looks(OTHER, 1);
        turns.ends();
        looks(NOBODY, 1);

        assertThat(keptOut()).isEqualTo(350);
    }

    @Test
    void a_lock_that_stays_free_keeps_nobody_out() {
        turns.begins();
        looks(NOBODY, 20);
        looks(OTHER, 1);
        looks(NOBODY, 20);

        assertThat(keptOut()).isEqualTo(250); // what it may miss, and no more
    }

    @Test
    void what_this_process_has_itself_keeps_it_from_nothing() {
        turns.begins();
        looks(SELF, 20);
        turns.ends();
        looks(SELF, 1);

        assertThat(keptOut()).isZero();
    }

    @Test
    void without_a_transaction_nothing_waits() {
        looks(OTHER, 20);

        assertThat(keptOut()).isZero();
    }

    private void looks(OptionalLong found, int times) {
        holder = found;
        for (int look = 0; look < times; look++) {
            millis += 50;
            turns.look(50);
        }
    }

    private long keptOut() {
        return Journal.read(folder.resolve("journal")).stream()
                .filter(entry -> entry.kind() == Entry.Kind.KEPT_OUT)
                .mapToLong(entry -> Long.parseLong(entry.word(0)))
                .sum();
    }
}
