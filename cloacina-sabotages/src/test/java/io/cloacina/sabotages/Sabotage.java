package io.cloacina.sabotages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One deliberate breakage of our own sources, and who must notice it. A sabotage that nobody notices is a test that is
 * missing.
 *
 * @param name what is broken, as a sentence
 * @param edits what is written instead of what stands in the sources
 * @param alongWith sources that are compiled again because they hold constants of the broken ones, by class name
 * @param catcher who must notice
 * @param standsFor which one of the design's list it is, if it is one
 */
record Sabotage(String name, List<Edit> edits, Set<String> alongWith, Catcher catcher, Optional<Listed> standsFor) {

    Sabotage {
        edits = List.copyOf(edits);
        alongWith = Set.copyOf(alongWith);
    }

    static Sabotage named(String name) {
        return new Sabotage(name, List.of(), Set.of(), Catcher.NOBODY, Optional.empty());
    }

    /** Says that this is one of the design's list. */
    Sabotage standingFor(Listed listed) {
        return new Sabotage(name, edits, alongWith, catcher, Optional.of(listed));
    }

    /** Writes something else in the place of a snippet that stands in this class's source exactly once. */
    Sabotage replacing(String className, String snippet, String broken) {
        List<Edit> more = new ArrayList<>(edits);
        more.add(new Edit(className, snippet, broken));
        return new Sabotage(name, more, alongWith, catcher, standsFor);
    }

    /** Puts something behind a snippet that stands in this class's source exactly once. */
    Sabotage addingBehind(String className, String snippet, String more) {
        return replacing(className, snippet, snippet + more);
    }

    /** Takes a snippet out that stands in this class's source exactly once. */
    Sabotage without(String className, String snippet) {
        return replacing(className, snippet, "");
    }

    /** Compiles this class again too: the compiler has copied a constant of the broken one into it. */
    Sabotage compiledWith(String className) {
        return new Sabotage(
                name,
                edits,
                new LinkedHashSet<>(
                        Stream.concat(alongWith.stream(), Stream.of(className)).toList()),
                catcher,
                standsFor);
    }

    Sabotage isCaughtBy(Catcher who) {
        return new Sabotage(name, edits, alongWith, who, standsFor);
    }

    /** The product with this breakage. */
    Build build() {
        return Build.of(Sources.broken(edits, alongWith));
    }

    @Override
    public String toString() {
        return name + ": " + catcher;
    }
}
