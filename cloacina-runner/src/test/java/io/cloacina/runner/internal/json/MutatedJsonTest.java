package io.cloacina.runner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.json.JsonValue;
import io.cloacina.testsupport.canary.Canary;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever text is stored, reading it gives a value or says that it is unreadable; it never does anything else. */
class MutatedJsonTest {

    private static final int ROUNDS = 40_000;
    private static final String SECRET = Canary.WORD;
    private static final String SEED =
            "{\"a\":[1,-0.5e3,true,null,\"x\\u00e9\\n" + SECRET + "\"],\"b\":{\"c\":{\"d\":[[],{}]}},"
                    + "\"@class\":\"com.zaxxer.hikari.HikariConfig\",\"n\":123456789012345678901234567890.5}";
    private static final String ALPHABET = "{}[],:\"\\u0123456789eE+-.truefalsn /*#'NaIfty\u0000\n\ud83d\ufeff";

    /** Of a build always the same; of a soak its own, and another one in each round. */
    private static final AtomicLong SEEDS = new AtomicLong(Long.getLong("mutations.seed", 42));

    @Test
    @Timeout(60)
    void mutated_texts_are_read_or_refused_and_nothing_else_happens() {
        SplittableRandom random = new SplittableRandom(SEEDS.getAndIncrement());
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            read += isRead(mutated(random)) ? 1 : 0;
        }
        assertThat(read).isBetween(ROUNDS / 100, ROUNDS / 2);
    }

    private static boolean isRead(String text) {
        try {
            JsonValue value = JsonText.parse(text);
            assertThat(JsonText.parse(value.canonical())).isEqualTo(value);
            return true;
        } catch (UnreadableJsonException refused) {
            assertThat(refused).hasMessageNotContaining(SECRET).hasNoCause();
            return false;
        }
    }

    /** One to four places of the text are changed, removed, doubled, or filled with another part of it. */
    private static String mutated(SplittableRandom random) {
        StringBuilder text = new StringBuilder(SEED);
        for (int change = random.nextInt(1, 5); change > 0; change--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(1, 12));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to).repeat(random.nextInt(1, 30)));
                default -> text.insert(random.nextInt(text.length()), text.substring(at, to));
            }
        }
        return text.toString();
    }
}
