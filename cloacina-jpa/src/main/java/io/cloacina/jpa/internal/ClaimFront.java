package io.cloacina.jpa.internal;

import io.cloacina.jpa.Micros;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the last claims of a store began, definition by definition. What stood before was claimed by then; a database whose
 * index keeps the entries of claimed tasks until it is vacuumed would read all of them again at each claim. So a claim may
 * begin a moment before where the last one began. Thread-safe.
 *
 * <p>What becomes claimable behind the front is not lost: each {@value #SEARCHES}th claim looks from the beginning, and so does
 * the next one after tasks have fallen due, or after a look at the agenda has seen what the last claim did not find.
 */
final class ClaimFront {

    /** Tasks whose claim was rolled back, or that were stored so much later than they were due, are before the front. */
    static final Duration MARGIN = Duration.ofMillis(250);

    static final int SEARCHES = 64;

    private Map<UUID, Place> places = Map.of();
    private int claims;
    private boolean filled;

    /** Within one priority: since when a task has been due, in microseconds. */
    private record Place(int priority, long since) {}

    /** The definitions from where a claim may look; of one that has no place, from the beginning. */
    synchronized String forClaim(Collection<UUID> definitions) {
        claims++;
        return rows(definitions, claims % SEARCHES == 0 ? Map.of() : places);
    }

    /** The same for a look, which goes behind it if it sees nothing there. */
    synchronized String forLook(Collection<UUID> definitions) {
        return rows(definitions, places);
    }

    private static String rows(Collection<UUID> definitions, Map<UUID, Place> places) {
        return JsonRows.of(definitions, (row, definition) -> write(row, definition, places.get(definition)));
    }

    private static void write(JsonRows row, UUID definition, @Nullable Place from) {
        row.id("id", definition);
        if (from != null) {
            row.number("priority", from.priority()).number("since", from.since());
        }
    }

    /**
     * What a claim found, in the order of claims. It may be rolled back: all of it is still before the new front.
     *
     * @param isFilled whether it found as many as it was to: then more may be left
     */
    synchronized void found(List<Row> rows, boolean isFilled) {
        Map<UUID, Place> found = new HashMap<>();
        for (Row row : rows) {
            found.compute(ClaimColumns.definition(row), (definition, place) -> firstOfLowestPriority(place, row));
        }
        Map<UUID, Place> moved = new HashMap<>(places);
        moved.putAll(found);
        places = Map.copyOf(moved);
        filled = isFilled;
    }

    /** That of the many, where a few are more urgent. */
    private static Place firstOfLowestPriority(@Nullable Place place, Row row) {
        int priority = ClaimColumns.priority(row);
        return place != null && place.priority() == priority
                ? place
                : new Place(priority, Micros.of(ClaimColumns.dueAt(row).minus(MARGIN)));
    }

    /** Something can be claimed: if the last claim was not filled, it looked too far ahead. */
    synchronized void somethingIsLeft() {
        if (!filled) {
            forget();
        }
    }

    /** The next claim looks from the beginning. */
    synchronized void forget() {
        places = Map.of();
    }
}
