package io.cloacina.adapter.postgres;

/**
 * The text that travels with a notification: whose work was left, and by whom, so that a store passes over its own and those of
 * other schemas.
 *
 * @param listener the server process of the sender's listening connection; 0 when it does not listen
 */
record Announcement(String schema, int listener) {

    /** One channel for all schemas of a database: a channel's name is too short for a schema's. */
    static final String CHANNEL = "cloacina";

    String payload() {
        return schema + " " + listener;
    }
}
