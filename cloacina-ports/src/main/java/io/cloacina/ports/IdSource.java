package io.cloacina.ports;

import java.util.UUID;

/** Makes the ids of executions: UUIDs of version 7, each larger (as bytes) than the one before. Thread-safe. */
@FunctionalInterface
public interface IdSource {

    UUID next();
}
