package io.cloacina.examples.planted;

import java.sql.Connection;

/** Shows users something that works on one database only. */
public record ExampleThatKnowsADatabase(Connection connection) {}
