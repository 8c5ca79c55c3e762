package io.cloacina.simulation.check;

import io.cloacina.simulation.plan.Outage;
import io.cloacina.simulation.plan.Pause;
import io.cloacina.simulation.plan.Plan;
import io.cloacina.simulation.plan.Settings;
import io.cloacina.simulation.plan.Step;
import io.cloacina.simulation.store.Weather;
import io.cloacina.simulation.world.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How soon a runner stores what its sweep finds, by the plan alone.
 *
 * <p>A sweep follows the one before after a third of a lease; then come the reads of a look that is before it in line, its own,
 * and the groups that are before it at the writer. A runner that stands still does nothing of that. In bad weather it takes as
 * long as the trouble: the last call that meets some begins before it clears up and is slow for {@link Weather#SLOW} at most,
 * no writer pauses for longer than that, and what was given up is handed in again when a lease has passed.
 *
 * @param quiet from then on nobody stands still, and no call is in trouble
 * @param patience how long it takes then
 */
record Punctuality(Instant quiet, Duration patience) {

    /** More than there are on the way: each takes as long as a request or a reply may travel. */
    private static final int TRIPS = 60;

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    static Punctuality in(Plan plan) {
        Stream<Duration> pauses = plan.steps().stream().map(Punctuality::endOfPause);
        Stream<Duration> trouble = Stream.of(storeFails(plan) ? Plan.BUSY_TIME.plus(Weather.SLOW) : Duration.ZERO);
        Duration last =
                Stream.concat(pauses, trouble).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return new Punctuality(SimulatedClock.BEGINNING.plus(last), patience(plan));
    }

    private static Duration endOfPause(Step step) {
        return step.act() instanceof Pause pause ? step.at().plus(pause.length()) : Duration.ZERO;
    }

    private static boolean storeFails(Plan plan) {
        return !plan.trouble().isEmpty() || plan.steps().stream().anyMatch(step -> step.act() instanceof Outage);
    }

    private static Duration patience(Plan plan) {
        Settings settings = plan.settings();
        Duration again = storeFails(plan) ? settings.lease() : Duration.ZERO;
        Duration calls = settings.travel().multipliedBy(TRIPS);
        return settings.lease().dividedBy(3).plus(again).plus(calls).plus(A_MOMENT);
    }

    /**
     * By then it is stored that something is due.
     *
     * @param due since when it is
     * @param up since when the runner is there who must find it
     */
    Instant latest(Instant due, Instant up) {
        return Stream.of(due, up, quiet)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(patience);
    }
}
