package io.cloacina.faults.program;

import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Entry.Kind;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a process submits next: first what its predecessors on the slot asked for under a key and got no answer to, then what is new. Thread-safe.
 */
final class Submissions {

    private final int slot;
    private final Queue<Integer> unanswered;
    private int last;

    private Submissions(int slot, Set<Integer> unanswered, int last) {
        this.slot = slot;
        this.unanswered = new ArrayDeque<>(unanswered);
        this.last = last;
    }

    /** Reads where the predecessors came to. */
    static Submissions after(List<Entry> journal, int slot) {
        Set<Integer> unanswered = new TreeSet<>();
        int last = 0;
        for (Entry entry : journal) {
            if (entry.kind() == Kind.ASKS) {
                int number = Submission.parse(entry.word(0)).number();
                last = Math.max(last, number);
                unanswered.add(number);
            } else if (entry.kind() == Kind.ACCEPTED) {
                unanswered.remove(Submission.parse(entry.word(0)).number());
            }
        }
        unanswered.removeIf(number -> !new Submission(slot, number).isKeyed());
        return new Submissions(slot, unanswered, last);
    }

    synchronized Submission next() {
        Integer again = unanswered.poll();
        return new Submission(slot, again != null ? again : ++last);
    }
}
