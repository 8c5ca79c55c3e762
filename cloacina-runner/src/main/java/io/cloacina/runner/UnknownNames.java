package io.cloacina.runner;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.workflow.NearestNames;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says that a name is not known, and which known ones were perhaps meant. */
final class UnknownNames {

    private static final int LISTED = 10;
    private static final int SHOWN = 100;

    /** What ends a line, drives a terminal, turns the direction of text, or is nothing by itself. */
    private static final Set<Byte> UNPRINTABLE = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE);

    private UnknownNames() {}

    static String workflow(String name, Collection<String> registered) {
        if (registered.isEmpty()) {
            return "Workflow " + shown(name) + " is not known: this runner was opened without any workflow."
                    + " Give it to DefaultRunner.open(url, workflows...).";
        }
        return "Workflow " + shown(name) + " is not known to this runner." + nearest(name, registered) + " Known: "
                + listed(registered) + ". Correct the name, or open the runner with that workflow.";
    }

    static RefusedArgumentException task(String name, String workflow, Collection<String> tasks) {
        List<String> nearest = NearestNames.to(name, tasks);
        String perhaps = nearest.isEmpty() ? "" : ", perhaps " + String.join(" or ", nearest);
        return new RefusedArgumentException(
                "task " + shown(name),
                "is not in workflow '" + workflow + "'",
                "choose one of " + listed(tasks) + perhaps);
    }

    private static String nearest(String name, Collection<String> registered) {
        List<String> nearest = NearestNames.to(name, registered);
        return nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
    }

    private static String listed(Collection<String> names) {
        String first = names.stream().sorted().limit(LISTED).collect(Collectors.joining(", "));
        return names.size() > LISTED ? first + " and " + (names.size() - LISTED) + " more" : first;
    }

    /** The name as one bounded line: it came from a caller and may be anything. */
    private static String shown(String name) {
        String line = name.codePoints()
                .limit(SHOWN)
                .mapToObj(c -> UNPRINTABLE.contains((byte) Character.getType(c)) ? "?" : Character.toString(c))
                .collect(Collectors.joining());
        return "'" + line + (name.codePointCount(0, name.length()) > SHOWN ? "…'" : "'");
    }
}
