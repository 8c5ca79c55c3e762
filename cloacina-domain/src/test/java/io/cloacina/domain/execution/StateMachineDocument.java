package io.cloacina.domain.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code docs/state-machine.md}, parsed: the arrows of its diagrams and the rows of its table. */
final class StateMachineDocument {

    private static final Path PLACE = Path.of("docs", "state-machine.md");
    private static final Pattern DIAGRAM =
            Pattern.compile("```mermaid\\R\\s*stateDiagram-v2\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern ARROW = Pattern.compile("(\\S+) --> (\\S+)(?: : .+)?");
    private static final Pattern ROW = Pattern.compile("\\| `(TASK_\\w+)` \\| (.+) \\| `(\\w+)` \\|");

    private final String text;

    private StateMachineDocument(String text) {
        this.text = text;
    }

    /** Finds the document in the repository this module stands in: Maven says where the module is. */
    static StateMachineDocument read() {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path document = Stream.iterate(module, above -> above != null, Path::getParent)
                .map(above -> above.resolve(PLACE))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + PLACE + " above " + module));
        try {
            return new StateMachineDocument(Files.readString(document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Diagram> diagrams() {
        List<Diagram> diagrams = new ArrayList<>();
        Matcher matcher = DIAGRAM.matcher(text);
        while (matcher.find()) {
            diagrams.add(Diagram.parse(matcher.group(1)));
        }
        return diagrams;
    }

    /** The rows of the table of events, each status from which an event leads on its own. */
    Set<EventArrow> eventArrows() {
        Set<EventArrow> arrows = new HashSet<>();
        Matcher matcher = ROW.matcher(text);
        while (matcher.find()) {
            for (String from : matcher.group(2).replace("`", "").split(", ")) {
                arrows.add(new EventArrow(matcher.group(1), from, matcher.group(3)));
            }
        }
        return arrows;
    }

    record Arrow(String from, String to) {}

    record EventArrow(String event, String from, String to) {}

    /** The arrows of one diagram; the point where it begins and ends is called {@code [*]}. */
    record Diagram(Set<Arrow> arrows) {

        static Diagram parse(String body) {
            Set<Arrow> arrows = new HashSet<>();
            Arrays.stream(body.split("\\R"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> {
                        Matcher arrow = ARROW.matcher(line);
                        if (!arrow.matches() || !arrows.add(new Arrow(arrow.group(1), arrow.group(2)))) {
                            throw new IllegalStateException("not an arrow, or one that is there twice: " + line);
                        }
                    });
            return new Diagram(arrows);
        }
    }
}
