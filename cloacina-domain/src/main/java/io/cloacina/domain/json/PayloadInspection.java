package io.cloacina.domain.json;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;

/** One look through one payload: counts what the limits bound and stops at the first fault. */
final class PayloadInspection implements JsonVisitor {

    private final PayloadLimits limits;
    private final Deque<PayloadPath> containers = new ArrayDeque<>();
    private PayloadPath path = PayloadPath.ROOT;
    private long bytes;
    private long keys;

    PayloadInspection(PayloadLimits limits) {
        this.limits = limits;
    }

    PayloadSize size() {
        return new PayloadSize(bytes, keys);
    }

    @Override
    public void begin(JsonValue container) {
        containers.push(path);
        if (containers.size() > limits.maxDepth()) {
            throw refused("it is nested deeper than " + limits.maxDepth() + " levels");
        }
        // The whole container is weighed before its first entry is looked at: a bomb is not even sorted.
        if (container instanceof JsonObject object) {
            requireKeys(keys + object.members().size());
            weigh(object.members().size());
        } else if (container instanceof JsonArray array) {
            weigh(array.elements().size());
        }
    }

    private void requireKeys(long atLeast) {
        if (atLeast > limits.maxKeys()) {
            throw refused("the payload has more than " + limits.maxKeys() + " keys");
        }
    }

    private void weigh(int entries) {
        int brackets = 2;
        int commas = Math.max(0, entries - 1);
        count(brackets + (long) commas);
    }

    @Override
    public void key(String name) {
        path = containers.element().key(name);
        requireKeys(++keys);
        if (name.length() > limits.maxKeyLength()) {
            throw refused("the key is longer than " + limits.maxKeyLength() + " characters");
        }
        int colon = 1;
        text("key", name);
        count(colon);
    }

    @Override
    public void element(int index) {
        path = containers.element().index(index);
    }

    @Override
    public void scalar(JsonValue scalar) {
        if (scalar instanceof JsonString string) {
            string(string.value());
        } else if (scalar instanceof JsonNumber number) {
            number(number.value());
        } else {
            count(scalar.canonical().length());
        }
    }

    private void string(String string) {
        if (string.length() > limits.maxStringLength()) {
            throw refused("the string is longer than " + limits.maxStringLength() + " characters");
        }
        text("string", string);
    }

    private void text(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw refused("the " + what + " contains the character NUL, which PostgreSQL cannot store");
            }
            if (Character.isSurrogate(c)) {
                requirePair(what, text, i++);
            }
        }
        count(StringNotation.bytes(text));
    }

    private void requirePair(String what, String text, int at) {
        boolean pair = at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!pair) {
            throw refused("the " + what + " contains half of a surrogate pair, which no database can store");
        }
    }

    private void number(BigDecimal number) {
        if (NumberNotation.absoluteScale(number) > limits.maxNumberScale()) {
            throw refused("the number reaches more than " + limits.maxNumberScale() + " places from its decimal point");
        }
        if (NumberNotation.hasMoreDigitsThan(number, limits.maxNumberDigits())) {
            throw refused("the number has more than " + limits.maxNumberDigits() + " digits; store it as a string");
        }
        count(NumberNotation.write(number).length());
    }

    private void count(long more) {
        bytes += more;
        if (bytes > limits.maxBytes()) {
            throw refused("the payload passes " + limits.maxBytes() + " bytes here; store large data elsewhere and put"
                    + " a reference to it here, or raise the limit");
        }
    }

    @Override
    public void end(JsonValue container) {
        path = containers.pop();
    }

    private InvalidPayloadException refused(String reason) {
        return new InvalidPayloadException(path, reason);
    }
}
