package io.cloacina.faults.check;

import java.util.stream.Stream;

/** What the database has of its own to look through its tables and indices finds no damage. */
final class FilesAreWhole implements Check {

    @Override
    public Stream<String> violations(Evidence evidence) {
        return evidence.database().damages().stream();
    }
}
