package io.cloacina.domain.planted.cycle.left;

import io.cloacina.domain.planted.cycle.right.Right;

/** Half of a cycle. */
public record Left(Right right) {}
