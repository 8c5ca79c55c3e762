package io.cloacina.simulation.check;

import io.cloacina.domain.execution.ExecutionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** I11: one execution per idempotency key, and everybody who asked is told of that one, with its digest. */
final class KeysAreOne implements Invariant {

    private final Court court;

    KeysAreOne(Court court) {
        this.court = court;
    }

    @Override
    public void atEnd() {
        Map<String, List<Handed>> byKey = new TreeMap<>();
        for (Handed handed : court.handed()) {
            String key = handed.newcomer().idempotencyKey();
            if (key != null) {
                byKey.computeIfAbsent(key, first -> new ArrayList<>()).add(handed);
            }
        }
        byKey.forEach(this::check);
    }

    private void check(String key, List<Handed> handed) {
        List<ExecutionId> stored = handed.stream()
                .map(each -> each.newcomer().id())
                .filter(id -> court.stored().find(id).isPresent())
                .toList();
        Invariant.require(
                court, "I11 a key has one execution", stored.size() <= 1, () -> key + " has " + stored.size());
        handed.forEach(each -> each.admission().ifPresent(told -> {
            boolean right = stored.equals(List.of(told.stored()))
                    && told.created() == told.stored().equals(each.newcomer().id())
                    && court.stored()
                            .find(told.stored())
                            .orElseThrow()
                            .inputDigest()
                            .equals(told.inputDigest());
            Invariant.require(court, "I11 everybody is told of the same one", right, () -> key + " told " + told);
        }));
    }
}
