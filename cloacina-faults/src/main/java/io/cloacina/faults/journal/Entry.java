package io.cloacina.faults.journal;

import java.util.Arrays;
import java.util.List;

/**
 * A line of the journal.
 *
 * @param kind what happened
 * @param process the name of the process that it happened in
 * @param micros when
 * @param words what else there is to say, by kind
 */
public record Entry(Kind kind, String process, long micros, List<String> words) {

    /** What a process writes down. */
    public enum Kind {
        /** Its runner is open. */
        OPEN,
        /** It is about to submit: name of the submission, shape, key or {@code -}. */
        ASKS,
        /** It was given an id: name of the submission, id. */
        ACCEPTED,
        /** It was told that nothing is stored: name of the submission, kind of exception. */
        REFUSED,
        /** It was told that nobody knows: name of the submission, kind of exception. */
        UNKNOWN,
        /** It was told how an execution ended: id, status. */
        TOLD,
        /** A body begins: claim, try. */
        BEGUN,
        /** A body has written all it has to write: claim. */
        DONE,
        /** The process did not get the machine, for so long, in milliseconds. */
        STOOD_STILL,
        /** A transaction waited while another process had the database's write lock, for so long, in milliseconds. */
        KEPT_OUT,
        /** Something that must not be: whatever there is to say. */
        BROKEN
    }

    public Entry {
        words = List.copyOf(words);
    }

    /** Of what lasted for milliseconds and was over when it was written down: when that was. */
    public Span span() {
        return Span.before(micros, Long.parseLong(word(0)));
    }

    /** The word at that place. */
    public String word(int place) {
        return words.get(place);
    }

    static Entry parse(String line) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        return new Entry(
                Kind.valueOf(words.get(0)), words.get(1), Long.parseLong(words.get(2)), words.subList(3, words.size()));
    }

    String line() {
        return kind + " " + process + " " + micros + (words.isEmpty() ? "" : " " + String.join(" ", words));
    }
}
