package io.cloacina.faults;

import java.time.Duration;

/** How long leases last in campaigns: longer than a busy machine by itself keeps a process from its heartbeat. */
final class Leases {

    /** Longer than a slow disk and those who write beside it keep a process from its turn. */
    static final Duration ON_SQLITE = Duration.ofSeconds(5);

    static final Duration ON_POSTGRES = Duration.ofSeconds(3);

    /** Longer than a restart of the server takes. */
    static final Duration BEYOND_A_RESTART = Duration.ofSeconds(8);

    private Leases() {}
}
