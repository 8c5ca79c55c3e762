package io.cloacina.testsupport;

/** How a server goes down. */
public enum StopMode {
    /** Rolls back what is open, disconnects everybody, writes a checkpoint: an orderly restart. */
    FAST(Signal.INT),

    /** Disconnects everybody and goes without a checkpoint: the next start recovers from the log, as after a crash. */
    IMMEDIATE(Signal.QUIT),

    /** The process that all others of the server come from is killed: they find out, and go by themselves. */
    KILL(Signal.KILL);

    private final Signal signal;

    StopMode(Signal signal) {
        this.signal = signal;
    }

    Signal signal() {
        return signal;
    }
}
