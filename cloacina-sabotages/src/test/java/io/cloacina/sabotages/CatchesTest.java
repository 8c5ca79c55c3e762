package io.cloacina.sabotages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sabotage counts as caught when its promise was looked at and found broken, and never because something else broke. */
class CatchesTest {

    private static final String VALIDATOR = "io.cloacina.domain.json.JsonValidator";
    private static final NamedTests JSON =
            new NamedTests("io.cloacina.domain.json.JsonValidatorTest", "nul_and_half_surrogates_are_refused");

    private static final String SESSIONS = "io.cloacina.adapter.sqlite.SessionSource";
    private static final NamedTests SETTINGS =
            new NamedTests("io.cloacina.adapter.sqlite.SessionTest", "every_connection_is_set_up_in_full");

    private static final String FOREIGN_KEYS = "enforceForeignKeys(true)";

    private final Catches catches = new Catches();

    @AfterEach
    void close() {
        catches.close();
    }

    @Test
    void a_broken_promise_is_caught() {
        Sabotage sabotage = Sabotage.named("foreign keys are off")
                .replacing(SESSIONS, FOREIGN_KEYS, "enforceForeignKeys(false)")
                .isCaughtBy(SETTINGS);

        assertThat(catches.of(sabotage).text()).startsWith(SETTINGS.tests());
    }

    @Test
    void a_test_that_cannot_be_linked_catches_nothing() {
        Sabotage sabotage = Sabotage.named("the method under test has another name")
                .replacing(VALIDATOR, "PayloadSize check(", "PayloadSize checked(")
                .isCaughtBy(JSON);

        assertNotCaught(sabotage, "came to no verdict", "NoSuchMethodError");
    }

    @Test
    void a_class_that_cannot_be_set_up_catches_nothing() {
        Sabotage sabotage = Sabotage.named("no validator can be made")
                .addingBehind(VALIDATOR, "private final PayloadLimits limits;", "{ given(null, \"\", \"\"); }")
                .isCaughtBy(JSON);

        assertNotCaught(sabotage, "came to no verdict");
    }

    @Test
    void a_set_up_that_throws_catches_nothing() {
        Sabotage sabotage = Sabotage.named("no session can be made")
                .replacing(SESSIONS, FOREIGN_KEYS, "enforceForeignKeys(1 / 0 == 0)")
                .isCaughtBy(SETTINGS);

        assertNotCaught(sabotage, "came to no verdict", "ArithmeticException");
    }

    @Test
    void who_complains_of_what_is_not_broken_catches_nothing() {
        Sabotage sabotage = Sabotage.named("nothing is broken")
                .addingBehind(VALIDATOR, "private final PayloadLimits limits;", " ")
                .isCaughtBy(new NamedTests(AlwaysFails.class.getName(), "it_fails"));

        assertNotCaught(sabotage, "complains of what is not broken too", "whatever the build");
    }

    @Test
    void what_nobody_notices_is_not_caught() {
        Sabotage sabotage = Sabotage.named("nothing is broken")
                .addingBehind(VALIDATOR, "private final PayloadLimits limits;", " ")
                .isCaughtBy(JSON);

        assertNotCaught(sabotage, "Nobody noticed");
    }

    private void assertNotCaught(Sabotage sabotage, String... reasons) {
        assertThatThrownBy(() -> catches.of(sabotage))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(reasons);
    }

    /** A broken harness: no test of the build, and only run by the one above. */
    static class AlwaysFails {

        @Test
        void it_fails() {
            fail("whatever the build");
        }
    }
}
