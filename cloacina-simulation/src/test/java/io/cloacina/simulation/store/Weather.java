package io.cloacina.simulation.store;

import io.cloacina.simulation.world.Chance;
import io.cloacina.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often calls of the store meet which trouble; each runner draws its own. An outage troubles every call. */
public final class Weather {

    /** The most that a slow call takes beyond its way. */
    public static final Duration SLOW = Duration.ofSeconds(8);

    private final World world;
    private final Map<Trouble, Integer> rates;
    private final Duration travel;
    private long outageUntil;
    private boolean fair;

    /**
     * The weather of one world.
     *
     * @param rates how many of a thousand calls, in an order that is always the same
     * @param travel the most that a request or a reply takes
     */
    public Weather(World world, Map<Trouble, Integer> rates, Duration travel) {
        this.travel = travel;
        this.world = world;
        this.rates = rates;
    }

    /** No call is served for so long. */
    public void outage(Duration length) {
        outageUntil = Math.max(outageUntil, world.now() + length.toNanos());
    }

    /** From now on there is no trouble. */
    public void clearUp() {
        fair = true;
        outageUntil = 0;
    }

    Optional<Trouble> ofWrite(Chance chance) {
        return drawn(chance, List.of(Trouble.values()));
    }

    Optional<Trouble> ofRead(Chance chance) {
        return drawn(chance, Trouble.OF_READS);
    }

    private Optional<Trouble> drawn(Chance chance, List<Trouble> among) {
        int lot = chance.nextInt(1000);
        if (fair) {
            return Optional.empty();
        }
        if (world.now() < outageUntil) {
            return Optional.of(Trouble.DISCONNECTED);
        }
        for (Map.Entry<Trouble, Integer> rate : rates.entrySet()) {
            lot -= among.contains(rate.getKey()) ? rate.getValue() : 0;
            if (lot < 0) {
                return Optional.of(rate.getKey());
            }
        }
        return Optional.empty();
    }

    Duration travel(Chance chance) {
        return chance.upTo(travel);
    }

    /** How long a slow call takes: sometimes longer than a lease. */
    Duration slowness(Chance chance) {
        return chance.upTo(SLOW);
    }
}
