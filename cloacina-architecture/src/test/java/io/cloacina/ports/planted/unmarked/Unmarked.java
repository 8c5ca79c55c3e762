package io.cloacina.ports.planted.unmarked;

/** Lives in a package without @NullMarked. */
public final class Unmarked {}
