package io.cloacina.runner.internal.planted;

/** Something another module must not use. */
public final class RunnerInternal {}
