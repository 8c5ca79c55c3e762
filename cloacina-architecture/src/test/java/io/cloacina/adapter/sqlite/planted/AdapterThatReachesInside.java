package io.cloacina.adapter.sqlite.planted;

import io.cloacina.runner.internal.planted.RunnerInternal;

/** Uses what the runner keeps to itself. */
public record AdapterThatReachesInside(RunnerInternal secret) {}
