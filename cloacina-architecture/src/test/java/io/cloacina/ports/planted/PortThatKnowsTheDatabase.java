package io.cloacina.ports.planted;

import java.sql.Connection;

/** Shows the database through the port. */
public interface PortThatKnowsTheDatabase {
    void use(Connection connection);
}
