package io.cloacina.domain.planted;

import java.nio.file.Path;

/** Reads what a pure model has no business to read. */
public final class DomainThatReadsFiles {
    final Path path = Path.of("");
}
