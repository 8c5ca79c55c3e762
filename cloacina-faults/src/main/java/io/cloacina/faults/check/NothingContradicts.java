package io.cloacina.faults.check;

import io.cloacina.runner.Verify;
import java.util.stream.Stream;

/** The checker's queries, as users run them, find nothing. */
final class NothingContradicts implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return Verify.database(evidence.database().url()).violations().stream().map(Object::toString);
    }
}
