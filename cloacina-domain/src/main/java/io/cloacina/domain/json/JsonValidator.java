package io.cloacina.domain.json;

import static io.cloacina.domain.Arguments.given;

/**
 * The one judge of payloads: what it accepts, PostgreSQL and SQLite store and give back equal; the rest is refused before
 * either sees it. Accepted are strings and keys without NUL and without lone surrogates, numbers with bounded digits and
 * scale, all within the {@link PayloadLimits}. Looks at no more of a payload than the limits allow, so a small object
 * that unfolds into a huge one is refused as quickly as any other. Immutable and thread-safe.
 */
public final class JsonValidator {

    private static final PayloadSize BRACES = new PayloadSize(2, 0);

    private final PayloadLimits limits;

    public JsonValidator(PayloadLimits limits) {
        this.limits = given(limits, "the limits of a validator", "give PayloadLimits.DEFAULT for the usual ones");
    }

    /** The limits that this validator holds payloads to. */
    public PayloadLimits limits() {
        return limits;
    }

    /**
     * Checks a whole payload.
     *
     * @return how large it is
     * @throws InvalidPayloadException if it is not acceptable
     */
    public PayloadSize check(JsonValue payload) {
        PayloadInspection inspection = new PayloadInspection(limits);
        JsonWalk.visit(given(payload, "the payload to check", "JSON null is JsonNull.NULL"), inspection);
        return inspection.size();
    }

    /**
     * Checks one member of an object that is the payload, as {@link #check} would meet it there.
     *
     * @return how large the member is: key, colon and value, without a comma
     * @throws InvalidPayloadException if it is not acceptable
     */
    public PayloadSize checkMember(String key, JsonValue value) {
        PayloadInspection inspection = new PayloadInspection(limits);
        inspection.begin(JsonObject.EMPTY);
        inspection.key(given(key, "the key to check", "choose a text"));
        JsonWalk.visit(given(value, "the value to check", "JSON null is JsonNull.NULL"), inspection);
        return inspection.size().minus(BRACES);
    }
}
