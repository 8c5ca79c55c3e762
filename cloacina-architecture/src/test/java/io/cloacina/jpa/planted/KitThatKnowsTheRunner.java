package io.cloacina.jpa.planted;

import io.cloacina.runner.DefaultRunner;

/** Looks up to the engine that stands on it. */
public record KitThatKnowsTheRunner(DefaultRunner runner) {}
