package io.cloacina.domain.workflow;

import static io.cloacina.domain.Arguments.allGiven;
import static io.cloacina.domain.Arguments.given;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The names a misspelt one may have meant: at most three, within two edits and half of its length. */
public final class NearestNames {

    private static final int MOST_NAMES = 3;
    private static final int MOST_EDITS = 2;

    private NearestNames() {}

    /** The candidates nearest to a name, the nearest first, ties by name. */
    public static List<String> to(String name, Collection<String> candidates) {
        given(name, "the misspelt name", "give the text that is not known");
        allGiven(candidates, "the known names", "give an empty collection for none");
        int within = Math.min(MOST_EDITS, (name.length() - 1) / 2);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= within)
                .map(candidate -> new Candidate(candidate, edits(name, candidate)))
                .filter(candidate -> candidate.edits <= within)
                .sorted(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name))
                .limit(MOST_NAMES)
                .map(Candidate::name)
                .toList();
    }

    /** How many characters must be inserted, removed or replaced to make one text of the other (Levenshtein). */
    static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(diagonal, row[column - 1]));
            }
        }
        return row[other.length()];
    }

    private record Candidate(String name, int edits) {}
}
