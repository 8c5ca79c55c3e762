package io.cloacina.runner.planted;

import javax.sql.DataSource;

/** Speaks SQL in the engine. */
public record RunnerThatKnowsTheDatabase(DataSource source) {}
