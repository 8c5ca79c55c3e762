package io.cloacina.domain.planted.cycle.right;

import io.cloacina.domain.planted.cycle.left.Left;

/** Half of a cycle. */
public record Right(Left left) {}
