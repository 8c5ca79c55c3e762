package io.cloacina.contract;

import io.cloacina.ports.StoreTraits.ClockSource;
import io.cloacina.ports.StoreTraits.WakeUpKind;
import java.util.function.Predicate;

/** What a rule asks of a store before it says anything about it: a value of a trait, or a way into the database. */
@SuppressWarnings("ImmutableEnumChecker") // the predicates are pure: their interface cannot say so
enum Need {
    SEVERAL_WRITERS("trait maxWriters is 1", harness -> harness.traits().maxWriters() > 1),
    ONE_WRITER("trait maxWriters is more than 1", harness -> harness.traits().maxWriters() == 1),
    PUSH("trait wakeUps is POLL", harness -> harness.traits().wakeUps() == WakeUpKind.PUSH),
    POLL("trait wakeUps is PUSH", harness -> harness.traits().wakeUps() == WakeUpKind.POLL),
    /** Where time goes on between two rows, no two times are equal. */
    CLOCK_OF_THE_RUNNER("trait clock is DATABASE", harness -> harness.traits().clock() == ClockSource.RUNNER),
    SECOND_STORE("only one store can open the database", StoreHarness::opensAgain),
    TABLES("no tables to write into by hand", harness -> harness.rawSql().isPresent());

    private final String lack;
    private final Predicate<StoreHarness> met;

    Need(String lack, Predicate<StoreHarness> met) {
        this.lack = lack;
        this.met = met;
    }

    boolean isMetBy(StoreHarness harness) {
        return met.test(harness);
    }

    /** What is so in a store that does not meet this need. */
    @Override
    public String toString() {
        return lack;
    }
}
