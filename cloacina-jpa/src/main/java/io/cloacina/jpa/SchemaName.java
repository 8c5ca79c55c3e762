package io.cloacina.jpa;

import io.cloacina.ports.StoreException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The schema that holds the tables: the only piece of SQL that comes from outside, so it is validated here and quoted
 * always. Either a name or {@link #DEFAULT}, the database's own.
 */
public final class SchemaName {

    /** No schema is named: tables are where the connection finds them. */
    public static final SchemaName DEFAULT = new SchemaName("");

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private final String name;

    private SchemaName(String name) {
        this.name = name;
    }

    /**
     * A schema of that name.
     *
     * @throws StoreException.Unusable if it is not {@code [a-z_][a-z0-9_]{0,62}}, or belongs to the database's system
     */
    public static SchemaName of(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new StoreException.Unusable(
                    "The schema cannot be used: its name (" + name.length() + " characters) must be a lower-case letter"
                            + " or _, followed by at most 62 letters, digits or _. Choose another name.",
                    null);
        }
        if (name.startsWith("pg_") || name.equals("information_schema")) {
            throw new StoreException.Unusable(
                    "The schema " + name + " cannot be used: it belongs to the database's system. Choose another name.",
                    null);
        }
        return new SchemaName(name);
    }

    /** The bare name; empty for {@link #DEFAULT}. */
    public String name() {
        return name;
    }

    /** What is written before a table's name: {@code "name".} with the quotes, or nothing. */
    public String qualifier() {
        return name.isEmpty() ? "" : '"' + name + "\".";
    }

    /** A statement with the {@link #qualifier()} wherever it says {@code {schema}}. */
    String in(String sql) {
        return sql.replace("{schema}", qualifier());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaName that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "the default schema" : name;
    }
}
