package io.cloacina.benchmarks.floor;

import java.util.UUID;

/** One task of one execution. */
record Step(UUID execution, int task) {}
