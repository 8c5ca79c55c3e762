package io.cloacina.testsupport;

import java.util.List;

/** What a server does for the data it was given. */
public enum Durability {
    /** Never waits for the disk: what tests of behaviour want. A crash of the machine loses everything. */
    FAST("off"),

    /** Waits for the disk at every commit, as in production: what tests of crashes and measurements want. */
    DURABLE("on");

    private final String onOrOff;

    Durability(String onOrOff) {
        this.onOrOff = onOrOff;
    }

    List<String> settings() {
        return List.of("fsync=" + onOrOff, "synchronous_commit=" + onOrOff, "full_page_writes=" + onOrOff);
    }
}
