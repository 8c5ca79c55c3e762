package io.cloacina.faults.check;

import java.util.Map;
import java.util.stream.Stream;

/** Every fault that was to happen has happened, as often: a campaign that tested nothing holds nothing. */
final class FaultsStruck implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, Long> struck = evidence.chronicle().counts();
        return evidence.chronicle().wanted().entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(struck.get(wanted.getKey())))
                .map(wanted -> wanted.getKey() + " was to strike " + wanted.getValue() + " times and struck "
                        + struck.getOrDefault(wanted.getKey(), 0L) + " times");
    }
}
