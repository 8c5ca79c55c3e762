package io.cloacina.domain.retry;

import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.document.ObjectReader;
import io.cloacina.domain.json.JsonBoolean;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;

/** How retry settings are stored: one JSON object, every member always there, durations in ISO-8601. */
final class RetryDocument {

    private static final String MAX_ATTEMPTS = "maxAttempts";
    private static final String BACKOFF = "backoff";
    private static final String INITIAL_DELAY = "initialDelay";
    private static final String MAX_DELAY = "maxDelay";
    private static final String BASE = "base";
    private static final String JITTER = "jitter";

    private RetryDocument() {}

    static JsonObject write(RetrySettings settings) {
        return JsonObject.builder()
                .add(MAX_ATTEMPTS, settings.maxAttempts())
                .add(BACKOFF, settings.backoff().name())
                .add(INITIAL_DELAY, settings.initialDelay().toString())
                .add(MAX_DELAY, settings.maxDelay().toString())
                .add(BASE, new JsonNumber(new BigDecimal(settings.base())))
                .add(JITTER, settings.jitter())
                .build();
    }

    static RetrySettings read(String where, JsonValue json) {
        ObjectReader members = ObjectReader.of(where, json);
        int maxAttempts = maxAttempts(members);
        Backoff backoff = backoff(members);
        Duration initialDelay = duration(members, INITIAL_DELAY);
        Duration maxDelay = duration(members, MAX_DELAY);
        double base = number(members, BASE).doubleValue();
        boolean jitter = jitter(members);
        members.end();
        try {
            return new RetrySettings(maxAttempts, backoff, initialDelay, maxDelay, base, jitter);
        } catch (IllegalArgumentException refused) {
            throw new MalformedDefinitionException(where, "the retry settings contradict their bounds", refused);
        }
    }

    private static int maxAttempts(ObjectReader members) {
        try {
            return number(members, MAX_ATTEMPTS).intValueExact();
        } catch (ArithmeticException notAnInt) {
            throw members.malformed(MAX_ATTEMPTS, "expected a whole number");
        }
    }

    private static BigDecimal number(ObjectReader members, String member) {
        if (members.value(member) instanceof JsonNumber number) {
            return number.value();
        }
        throw members.malformed(member, "expected a number");
    }

    private static Backoff backoff(ObjectReader members) {
        String name = members.text(BACKOFF);
        return Arrays.stream(Backoff.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> members.malformed(BACKOFF, "the backoff is unknown"));
    }

    private static Duration duration(ObjectReader members, String member) {
        return members.duration(member).orElseThrow(() -> members.malformed(member, "expected a duration"));
    }

    private static boolean jitter(ObjectReader members) {
        if (members.value(JITTER) instanceof JsonBoolean jitter) {
            return jitter.value();
        }
        throw members.malformed(JITTER, "expected true or false");
    }
}
