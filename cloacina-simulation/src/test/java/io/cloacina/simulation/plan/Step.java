package io.cloacina.simulation.plan;

import java.time.Duration;

/** An act and when it happens. */
public record Step(Duration at, Act act) {}
