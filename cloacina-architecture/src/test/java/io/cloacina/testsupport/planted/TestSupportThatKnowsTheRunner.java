package io.cloacina.testsupport.planted;

import io.cloacina.runner.DefaultRunner;

/** Knows what is tested with it. */
public record TestSupportThatKnowsTheRunner(DefaultRunner runner) {}
