package io.cloacina.adapter.postgres.planted;

import io.cloacina.runner.DefaultRunner;

/** Knows the engine that is above it. */
public record AdapterThatKnowsTheRunner(DefaultRunner runner) {}
