package io.cloacina.faults.keys;

import static java.util.stream.Collectors.groupingBy;

import io.cloacina.faults.stage.Database;
import io.cloacina.runner.Verify;
import io.cloacina.testsupport.AppendedLines;
import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.StartingLine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two processes of sixteen threads each start the same keys at once, some with other input, and what everybody was told is compared
 * with everybody else's and with the database.
 *
 * @param database an empty one
 * @param url where the processes find it
 * @param folder an empty one, for what they say
 * @param keys how many
 */
public record SameKeyRound(Database database, String url, Path folder, int keys) {

    private static final int PROCESSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What somebody was told: an id, or that there is a conflict. */
    private record Answer(String key, String input, String id) {

        static Answer parse(String line) {
            String[] words = line.split(" ", -1);
            return new Answer(words[0], words[1], words[2]);
        }

        boolean isConflict() {
            return id.equals(KeyCrowd.CONFLICT);
        }
    }

    /** Runs it; what contradicts that each key is one execution, a line each. */
    public List<String> violations() throws SQLException {
        crowd();
        List<Answer> answers =
                new AppendedLines(said()).read().stream().map(Answer::parse).toList();
        List<String> violations = new ArrayList<>();
        count(violations, "answers", answers.size(), (long) PROCESSES * KeyCrowd.THREADS * keys);
        count(violations, "executions", stored(), keys);
        Map<String, List<Answer>> byKey = answers.stream().collect(groupingBy(Answer::key));
        count(violations, "keys", byKey.size(), keys);
        byKey.forEach((key, told) -> violations(key, told).forEach(violations::add));
        Verify.database(url).violations().forEach(violation -> violations.add(violation.toString()));
        return violations;
    }

    private static void count(List<String> violations, String what, long found, long expected) {
        if (found != expected) {
            violations.add(found + " " + what + " and not " + expected);
        }
    }

    /** Everybody with the input that won is told of one execution, everybody else of a conflict, and nobody gets away without. */
    private static Stream<String> violations(String key, List<Answer> told) {
        Set<String> ids = told.stream()
                .filter(answer -> !answer.isConflict())
                .map(Answer::id)
                .collect(Collectors.toSet());
        Set<String> winners = told.stream()
                .filter(answer -> !answer.isConflict())
                .map(Answer::input)
                .collect(Collectors.toSet());
        boolean wronged = told.stream().anyMatch(answer -> answer.isConflict() == winners.contains(answer.input()));
        return ids.size() == 1 && winners.size() == 1 && !wronged
                ? Stream.empty()
                : Stream.of(key + " is executions " + ids + " of inputs " + winners
                        + (wronged ? ", and somebody was told the contrary" : ""));
    }

    private Path said() {
        return folder.resolve("answers");
    }

    private void crowd() {
        Path line = folder.resolve("line");
        StartingLine drawn = StartingLine.drawn(line);
        List<ChildJvm> crowd = Stream.generate(() -> KeyCrowd.start(url, line, said(), keys))
                .limit(PROCESSES)
                .toList();
        try {
            crowd.forEach(child -> child.awaitLine("ready"::equals, PATIENCE));
            drawn.close();
            crowd.forEach(SameKeyRound::requireEndsWell);
        } finally {
            drawn.close();
            crowd.forEach(ChildJvm::close);
        }
    }

    private static void requireEndsWell(ChildJvm child) {
        if (child.waitFor(PATIENCE) != 0) {
            throw new IllegalStateException("A process of the crowd failed:\n" + child.errors());
        }
    }

    private long stored() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from workflow_executions")) {
            row.next();
            return row.getLong(1);
        }
    }
}
