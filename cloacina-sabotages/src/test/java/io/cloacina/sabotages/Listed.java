package io.cloacina.sabotages;

/** The twenty sabotages that the design's research note lists in its section 4.5: in its order, with its words. */
enum Listed {
    COMPLETION_WITHOUT_EPOCH("no epoch in the completion WHERE"),
    RETRY_KEEPS_EPOCH("epoch not raised on retry"),
    SWEEP_BY_ID("sweep updates by id only"),
    SWEEP_OF_RUNNING_ONLY("sweep sees only Running", true),
    CONTEXT_APART("completion and context in two transactions"),
    SUCCESSORS_APART("successor readiness in a second transaction"),
    BEGIN_DEFERRED("BEGIN deferred"),
    SHARED_CACHE("shared cache on"),
    SYNCHRONOUS_OFF("synchronous=OFF with strace", true),
    ERROR_IS_SUCCESS("claim error treated as success"),
    ERROR_IS_LOSS("claim error treated as lost"),
    BLIND_RETRY("lost reply retried blindly"),
    CRON_SLOT_APART("cron slot in its own transaction", true),
    CAP_IN_MEMORY("recovery cap in memory"),
    HEARTBEATS_STOP_EARLY("heartbeats stopped before drain"),
    HEARTBEATS_ON_TASK_POOL("heartbeats on the task pool"),
    FOREIGN_KEYS_OFF("foreign_keys off"),
    ONE_PAGE_SWEEP("one-page sweep"),
    WALL_CLOCK("wall clock in lease arithmetic"),
    NUL("unvalidated NUL");

    private final String words;
    private final boolean substituted;

    Listed(String words) {
        this(words, false);
    }

    Listed(String words, boolean substituted) {
        this.words = words;
        this.substituted = substituted;
    }

    /** Its place in the list, from 1. */
    int number() {
        return ordinal() + 1;
    }

    String words() {
        return words;
    }

    /** Whether it, or who catches it, is not the one of the list but what comes nearest: the documentation says why. */
    boolean isSubstituted() {
        return substituted;
    }
}
