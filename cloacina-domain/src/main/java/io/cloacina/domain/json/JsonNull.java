package io.cloacina.domain.json;

/** The JSON literal {@code null}. */
public enum JsonNull implements JsonValue {
    NULL;

    @Override
    public String kind() {
        return "null";
    }

    @Override
    public String toString() {
        return canonical();
    }
}
