package io.cloacina.jpa;

import java.util.Objects;

/** One column of a {@code {rows: ..}} token: the name of the JSON member, and of the column; and its type. */
public record RowColumn(String name, Type type) {

    public RowColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** What the JSON member carries and the column is. The token writes the lower-case name. */
    public enum Type {
        /** Text of 36 characters becomes the database's form of a UUID. */
        UUID,
        /** Text. */
        TEXT,
        /** A 32-bit integer. */
        INT,
        /** A 64-bit integer. */
        LONG,
        /** A boolean. */
        BOOLEAN,
        /** Text that holds JSON becomes the database's form of JSON; malformed text must fail, here or at the insert. */
        JSON
    }
}
