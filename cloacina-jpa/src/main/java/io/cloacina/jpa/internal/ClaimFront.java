package io.cloacina.jpa.internal;

import io.cloacina.jpa.Micros;
import io.cloacina.ports.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the last claim of a store began, definition by definition. Most of what lies behind was claimed by then; a database
 * whose index keeps the entries of claimed tasks until it is vacuumed would read all of them again at each claim. So a claim
 * may begin a moment behind where the last one began. Thread-safe.
 *
 * <p>What can be claimed further behind waits for a second at most: so often a claim looks from the beginning.
 */
final class ClaimFront {

    /** How far behind the place of the last claim the next one begins: who was stored a little later than he was due is there. */
    static final Duration MARGIN = Duration.ofMillis(250);

    /** For so long at most claims look only ahead. */
    static final Duration ONLY_AHEAD = Duration.ofSeconds(1);

    private final TimeSource time;
    private Map<UUID, Place> places = Map.of();
    private long lookedBehind;

    ClaimFront(TimeSource time) {
        this.time = time;
        this.lookedBehind = time.nanoTime();
    }

    /** Within one priority: since when a task has been due, in microseconds. */
    private record Place(int priority, long since) {}

    /** The definitions, with the place from which a claim may look; without one, it looks from the beginning. */
    synchronized String forClaim(Collection<UUID> definitions) {
        long now = time.nanoTime();
        if (now - lookedBehind >= ONLY_AHEAD.toNanos()) {
            lookedBehind = now;
            forget();
        }
        return forLook(definitions);
    }

    /** The same for a look at the agenda, which goes behind the place if it sees nothing ahead. */
    synchronized String forLook(Collection<UUID> definitions) {
        return JsonRows.of(definitions, (row, definition) -> write(row, definition, places.get(definition)));
    }

    private static void write(JsonRows row, UUID definition, @Nullable Place from) {
        row.id("id", definition);
        if (from != null) {
            row.number("priority", from.priority()).number("since", from.since());
        }
    }

    /** What a claim found, in the order of claims. Should it be rolled back, all of it is still ahead. */
    synchronized void found(List<Row> rows) {
        Map<UUID, Place> found = new HashMap<>();
        for (Row row : rows) {
            found.compute(ClaimColumns.definition(row), (definition, place) -> firstOfLowestPriority(place, row));
        }
        Map<UUID, Place> moved = new HashMap<>(places);
        moved.putAll(found);
        places = Map.copyOf(moved);
    }

    /** That of the many, where a few are more urgent. */
    private static Place firstOfLowestPriority(@Nullable Place place, Row row) {
        int priority = ClaimColumns.priority(row);
        return place != null && place.priority() == priority
                ? place
                : new Place(priority, Micros.of(ClaimColumns.dueAt(row).minus(MARGIN)));
    }

    /** The next claim looks from the beginning. */
    synchronized void forget() {
        places = Map.of();
    }
}
