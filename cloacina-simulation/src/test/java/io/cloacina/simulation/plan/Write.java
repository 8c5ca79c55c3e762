package io.cloacina.simulation.plan;

/** One key that a body writes: a text or a number that follows from its input, or its removal. */
public record Write(String key, Kind kind) {

    /** What is written. */
    public enum Kind {
        TEXT,
        NUMBER,
        REMOVAL
    }
}
