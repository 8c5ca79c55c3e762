package io.cloacina.adapter.postgres;

import java.util.regex.Pattern;

/**
 * The name of the schema that holds our tables: the only text that ever becomes part of a statement. Lower case letters,
 * digits and underscores, at most 63 of them, never a schema of the system; quoted all the same.
 */
record SchemaName(String value) {

    /** Our own schema, so that our tables never meet those of the host application. */
    static final SchemaName DEFAULT = new SchemaName("cloacina");

    private static final Pattern GRAMMAR = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    SchemaName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw Refusal.of(
                    "the schema name does not follow [a-z_][a-z0-9_]{0,62}",
                    "name it in lower case, with letters, digits and underscores only");
        }
        if (value.startsWith("pg_") || value.equals("information_schema")) {
            throw Refusal.of("'" + value + "' is a schema of the system", "choose a schema of your own");
        }
    }

    /** The name as it stands in a statement. */
    String quoted() {
        return '"' + value + '"';
    }
}
