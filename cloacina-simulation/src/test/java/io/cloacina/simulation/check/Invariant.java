package io.cloacina.simulation.check;

import io.cloacina.simulation.store.Commit;
import java.util.List;
import java.util.function.Supplier;

/** Something that must hold, whatever happens. One class per invariant; a new one joins {@link #all}. */
public interface Invariant {

    /** Every invariant, made anew for one simulation. */
    static List<Invariant> all(Court court) {
        return List.of(
                new TaskLives(court),
                new LeasesLast(court),
                new RetriesWait(court),
                new EndingsStartNothing(court),
                new SlotsBound(court),
                new SubmitsSurvive(court),
                new KeysAreOne(court),
                new CancelsStand(court),
                new TimeoutsStand(court),
                new ClaimsRunOnce(court),
                new CalmNeedsNoRecovery(court),
                new Oracle(court));
    }

    /** Called at the instant of each commit, before anything else happens. Cheap. */
    default void committed(Commit commit) {}

    /** Called when everything has come to an end. */
    default void atEnd() {}

    /** Complains unless something holds. */
    static void require(Court court, String invariant, boolean kept, Supplier<String> how) {
        if (!kept) {
            court.violated(invariant, how.get());
        }
    }
}
