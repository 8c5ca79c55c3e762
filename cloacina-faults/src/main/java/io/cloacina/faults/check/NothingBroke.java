package io.cloacina.faults.check;

import io.cloacina.faults.journal.Entry;
import io.cloacina.faults.journal.Entry.Kind;
import java.util.stream.Stream;

/** No process was told that its store is unusable, or anything else that no caller should ever hear. */
final class NothingBroke implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.said(Kind.BROKEN).map(Entry::toString);
    }
}
