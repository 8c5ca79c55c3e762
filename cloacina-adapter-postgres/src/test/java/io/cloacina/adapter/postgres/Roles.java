package io.cloacina.adapter.postgres;

/** The role that a runner needs when somebody else makes the tables: read and write rows, nothing more. */
final class Roles {

    private static final String PASSWORD = "clerks-secret";

    private Roles() {}

    static String[] runner(String name) {
        return new String[] {
            "create role " + name + " login password '" + PASSWORD + "'",
            "grant usage on schema cloacina to " + name,
            "grant select, insert, update, delete on all tables in schema cloacina to " + name,
            "revoke insert, update, delete on cloacina.cloacina_schema_history from " + name,
        };
    }

    static String login(String name) {
        return name + ":" + PASSWORD;
    }
}
