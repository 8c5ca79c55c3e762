package io.cloacina.domain.json;

/** Writes the canonical text of a value; see {@link JsonValue#canonical()}. */
final class CanonicalWriter implements JsonVisitor {

    private final StringBuilder out = new StringBuilder();

    private CanonicalWriter() {}

    static String write(JsonValue value) {
        CanonicalWriter writer = new CanonicalWriter();
        JsonWalk.visit(value, writer);
        return writer.out.toString();
    }

    @Override
    public void scalar(JsonValue scalar) {
        if (scalar instanceof JsonString string) {
            StringNotation.append(out, string.value());
        } else if (scalar instanceof JsonNumber number) {
            out.append(NumberNotation.write(number.value()));
        } else if (scalar instanceof JsonBoolean bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    @Override
    public void begin(JsonValue container) {
        out.append(container instanceof JsonObject ? '{' : '[');
    }

    @Override
    public void key(String name) {
        separate('{');
        StringNotation.append(out, name);
        out.append(':');
    }

    @Override
    public void element(int index) {
        separate('[');
    }

    private void separate(char opening) {
        if (out.charAt(out.length() - 1) != opening) {
            out.append(',');
        }
    }

    @Override
    public void end(JsonValue container) {
        out.append(container instanceof JsonObject ? '}' : ']');
    }
}
