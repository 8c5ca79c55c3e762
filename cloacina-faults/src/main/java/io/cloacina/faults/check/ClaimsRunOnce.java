package io.cloacina.faults.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.cloacina.faults.journal.Entry.Kind;
import java.util.Map;
import java.util.stream.Stream;

/** A body runs once under one claim, and never under one that is not stored. */
final class ClaimsRunOnce implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        Map<String, Long> runs = evidence.said(Kind.BEGUN).collect(groupingBy(entry -> entry.word(0), counting()));
        return Stream.concat(
                runs.entrySet().stream()
                        .filter(run -> run.getValue() > 1)
                        .map(run -> "ran " + run.getValue() + " times under one claim: " + run.getKey()),
                runs.keySet().stream()
                        .filter(claim -> evidence.claims(claim).isEmpty())
                        .map(claim -> "ran under a claim that nobody made: " + claim));
    }
}
