package io.cloacina.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class NullSweepTest {

    /** Beside this test, which takes nothing, the only public class of the folder: what the sweep finds. */
    public static final class Swept {

        public Swept(String name, int size) {
            Objects.requireNonNull(name, "the name of a swept thing");
        }

        public void take(@Nullable String maybe, List<String> all) {
            List.copyOf(all);
        }

        public static void swallow(String... any) {}

        void hidden(String any) {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Swept;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    private static NullSweep sweep() {
        return NullSweep.ofPackagesOf(NullSweepTest.class).sample(Swept.class, new Swept("swept", 1));
    }

    @Test
    void each_place_of_each_public_entry_is_called_once_but_for_those_that_take_null() {
        assertThat(sweep().calls())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "NullSweepTest.Swept.new(null, int)",
                        "NullSweepTest.Swept.take(String, null)",
                        "NullSweepTest.Swept.take(String, [null])",
                        "NullSweepTest.Swept.swallow(null)",
                        "NullSweepTest.Swept.swallow([null])");
    }

    @Test
    void what_a_call_throws_is_told_and_so_is_that_it_returned() {
        assertThat(thrownBy("NullSweepTest.Swept.new(null, int)")).get().isInstanceOf(NullPointerException.class);
        assertThat(thrownBy("NullSweepTest.Swept.swallow([null])")).isEmpty();
    }

    private static Optional<Throwable> thrownBy(String call) {
        return sweep().calls().stream()
                .filter(each -> each.toString().equals(call))
                .findFirst()
                .orElseThrow()
                .thrown();
    }

    @Test
    void an_exemption_leaves_out_a_class_or_a_method_and_must_name_one() {
        assertThat(sweep().except("tried", "NullSweepTest.Swept").calls()).isEmpty();
        assertThat(sweep().except("tried", "NullSweepTest.Swept.new", "NullSweepTest.Swept.swallow")
                        .calls())
                .hasSize(2);
        assertThatThrownBy(() -> sweep().except("tried", "Swpet").calls()).hasMessageContaining("[Swpet]");
    }

    @Test
    void a_sample_that_is_missing_is_asked_for() {
        assertThatThrownBy(() -> NullSweep.ofPackagesOf(NullSweepTest.class).calls())
                .hasMessageContaining("Give a sample of " + Swept.class.getName());
    }
}
