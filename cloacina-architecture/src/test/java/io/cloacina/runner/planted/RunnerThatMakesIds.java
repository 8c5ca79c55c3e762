package io.cloacina.runner.planted;

import java.util.UUID;

/** Draws an id of its own. */
public final class RunnerThatMakesIds {
    final UUID id = UUID.randomUUID();
}
