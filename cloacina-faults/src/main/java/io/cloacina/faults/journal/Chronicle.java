package io.cloacina.faults.journal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What the supervisor did to whom, and when: the one list of things that explain why a task ran again. Thread-safe. */
public final class Chronicle {

    private final List<Blow> blows = new CopyOnWriteArrayList<>();
    private final List<String> wanted = new CopyOnWriteArrayList<>();

    /** A fault that somebody lets happen. */
    public void isToStrike(String what) {
        wanted.add(what);
    }

    /** How often each fault was let happen. */
    public Map<String, Long> wanted() {
        return wanted.stream().collect(groupingBy(what -> what, TreeMap::new, counting()));
    }

    /** Something that begins now and is over with {@link Blow#over()}. */
    public Blow begins(String what, String whom) {
        Blow blow = new Blow(what, whom, Micros.now());
        blows.add(blow);
        return blow;
    }

    /** Something that is over. */
    public void was(String what, String whom, Span span) {
        blows.add(new Blow(what, whom, span));
    }

    /** How often each thing has been done, which whoever does it has seen. */
    public Map<String, Long> counts() {
        return blows.stream().collect(groupingBy(Blow::what, TreeMap::new, counting()));
    }

    /** What was done to that process, alone or with all others. */
    public Stream<Blow> on(String process) {
        return blows.stream().filter(blow -> blow.hits(process));
    }

    /** Whether a process is excused that could not open its database at that moment. */
    public boolean isTroubled(String process, long moment) {
        return blows.stream().anyMatch(blow -> blow.troubles(moment))
                || on(process).anyMatch(blow -> blow.span().holds(moment));
    }

    /** All of it, for the report of a failure. */
    public List<Blow> all() {
        return List.copyOf(blows);
    }
}
