package io.cloacina.adapter.postgres;

import io.cloacina.testsupport.canary.Canary;

/** Roles with few rights, where somebody else makes the tables. */
final class Roles {

    private static final String PASSWORD = Canary.secret("clerk");

    private Roles() {}

    /** What a runner needs: read and write rows, nothing more. */
    static String[] runner(String name) {
        return new String[] {
            "create role " + name + " login password '" + PASSWORD + "'",
            "grant usage on schema cloacina to " + name,
            "grant select, insert, update, delete on all tables in schema cloacina to " + name,
            "revoke insert, update, delete on cloacina.cloacina_schema_history from " + name,
        };
    }

    /** The role of somebody who looks and may do nothing. */
    static String[] reader(String name) {
        return new String[] {
            "create role " + name + " login password '" + PASSWORD + "'",
            "grant usage on schema cloacina to " + name,
            "grant select on all tables in schema cloacina to " + name,
        };
    }

    /** The role of a service that makes its own tables, in schemas that somebody made for it. */
    static String[] maker(String name) {
        return new String[] {"create role " + name + " login password '" + PASSWORD + "'"};
    }

    static String login(String name) {
        return name + ":" + PASSWORD;
    }
}
