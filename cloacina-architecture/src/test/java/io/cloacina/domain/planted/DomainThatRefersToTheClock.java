package io.cloacina.domain.planted;

import java.util.function.LongSupplier;

/** Reads the clock by a method reference. */
public final class DomainThatRefersToTheClock {
    final LongSupplier clock = System::nanoTime;
}
