package io.cloacina.faults.journal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the supervisor did to whom, and when: the one list of things that explain why a task ran again. Thread-safe. */
public final class Chronicle {

    private final List<Blow> blows = new CopyOnWriteArrayList<>();

    /** Something that begins now and is over with {@link Blow#over()}. */
    public Blow begins(String what, String whom) {
        Blow blow = new Blow(what, whom, Micros.now());
        blows.add(blow);
        return blow;
    }

    /** How often each thing was done. */
    public Map<String, Long> counts() {
        return blows.stream().collect(groupingBy(Blow::what, TreeMap::new, counting()));
    }

    /** Whether anything was done to that process alone. */
    public boolean isStruck(String process) {
        return blows.stream().anyMatch(blow -> blow.hits(process));
    }

    /** What may have cost a process a lease that it took and lost at those moments: the last such thing. */
    public Optional<Blow> explaining(String process, long taken, long lost) {
        return blows.stream()
                .filter(blow -> blow.explains(process, taken, lost))
                .reduce((earlier, later) -> later);
    }

    /** Whether anything happened so lately that a process which could not open its database is excused. */
    public boolean isTroubled(long moment) {
        return blows.stream().anyMatch(blow -> blow.troubles(moment));
    }

    /** All of it, for the report of a failure. */
    public List<Blow> all() {
        return List.copyOf(blows);
    }
}
