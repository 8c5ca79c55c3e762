package io.cloacina.domain.json;

import io.cloacina.domain.CloacinaException;

/**
 * A payload was refused because it could not be stored and read back unchanged, or is too large. Nothing was stored. The
 * message names where and why, never the value.
 */
public final class InvalidPayloadException extends CloacinaException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String reason;

    public InvalidPayloadException(PayloadPath path, String reason) {
        super("The payload was refused at " + (path == PayloadPath.ROOT ? "its root" : path) + ": " + reason + ".");
        this.path = path.toString();
        this.reason = reason;
    }

    /** Where the fault is, as {@link PayloadPath} writes it; empty for the payload itself. */
    public String path() {
        return path;
    }

    /** What is wrong there, and what to do about it. */
    public String reason() {
        return reason;
    }
}
