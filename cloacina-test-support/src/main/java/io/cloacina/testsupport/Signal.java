package io.cloacina.testsupport;

/** The signals that Java's own process API cannot send. */
enum Signal {
    STOP,
    CONT,
    INT,
    TERM,
    QUIT,
    KILL;

    void sendTo(long pid) {
        SystemCommand.run("kill", "-" + name(), Long.toString(pid));
    }
}
