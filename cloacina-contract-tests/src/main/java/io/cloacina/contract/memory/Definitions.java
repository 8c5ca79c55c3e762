package io.cloacina.contract.memory;

import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoredDefinition;
import java.util.Collection;
import java.util.UUID;

/** The moments of definitions. */
record Definitions(Tables tables) {

    void define(Collection<StoredDefinition> definitions) {
        for (StoredDefinition definition : definitions) {
            if (!tables.definitions.contains(definition.id())) {
                requireFreeName(definition);
                tables.definitions.put(definition.id(), definition);
            }
        }
    }

    StoredDefinition require(UUID id) {
        return tables.definitions
                .find(id)
                .orElseThrow(
                        () -> new StoreException.Refused("definition " + id + " is not stored: define it first", null));
    }

    private void requireFreeName(StoredDefinition definition) {
        boolean taken = tables.definitions
                .rows()
                .anyMatch(other -> other.name().equals(definition.name())
                        && other.version().equals(definition.version()));
        if (taken) {
            throw new StoreException.Refused(
                    "definition " + definition.id() + " has the name and version of another one", null);
        }
    }
}
