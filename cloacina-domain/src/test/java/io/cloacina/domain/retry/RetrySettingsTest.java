package io.cloacina.domain.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.document.MalformedDefinitionException;
import io.cloacina.domain.json.JsonArray;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delays grow as the backoff says and stay within their bounds at any attempt; settings survive being stored. */
class RetrySettingsTest {

    private static final double MIDDLE = 0.5;

    private static RetrySettings random(SplittableRandom random) {
        Backoff backoff = Backoff.values()[random.nextInt(3)];
        long longest = RetrySettings.LONGEST_DELAY.toNanos();
        long max = random.nextLong(1L << random.nextInt(1, 55)) % longest;
        double base = backoff == Backoff.EXPONENTIAL ? random.nextDouble(1, 100) : 2;
        return new RetrySettings(
                random.nextInt(1, Integer.MAX_VALUE),
                backoff,
                Duration.ofNanos(random.nextLong(max + 1)),
                Duration.ofNanos(max),
                base,
                random.nextBoolean());
    }

    private static int attempt(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? Integer.MAX_VALUE - random.nextInt(3)
                : random.nextInt(1, 1 << random.nextInt(1, 31));
    }

    @Test
    void no_delay_is_negative_or_beyond_the_maximum_whatever_the_attempt() {
        for (long seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RetrySettings settings = random(random);
            Duration delay = settings.delayAfter(attempt(random), random.nextDouble());

            assertThat(delay).as("seed %d", seed).isBetween(Duration.ZERO, settings.maxDelay());
        }
    }

    @Test
    void jitter_moves_a_delay_by_a_quarter_at_most_and_uses_the_whole_range() {
        RetrySettings settings =
                RetryPolicy.fixed().initialDelay(Duration.ofSeconds(4)).settings();

        assertThat(settings.delayAfter(1, 0)).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.delayAfter(1, MIDDLE)).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.delayAfter(1, Math.nextDown(1.0)))
                .isBetween(Duration.ofMillis(4999), Duration.ofSeconds(5));
    }

    @Test
    void jitter_never_goes_beyond_the_maximum() {
        RetrySettings settings = RetryPolicy.exponential().settings();

        assertThat(settings.delayAfter(100, 0.99)).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.delayAfter(100, 0)).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void delays_follow_the_exact_formula() {
        for (long seed = 0; seed < 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RetrySettings settings = random(random);
            int attempt = random.nextInt(1, 200);
            long exact = exactNanos(settings, attempt).longValueExact();
            long actual = settings.withoutJitter().delayAfter(attempt, MIDDLE).toNanos();
            long tolerated = 1 + (long) (exact * 1e-12);

            assertThat(Math.abs(actual - exact)).as("seed %d", seed).isLessThanOrEqualTo(tolerated);
        }
    }

    /** The formula of the specification, in arithmetic that cannot overflow. */
    private static BigInteger exactNanos(RetrySettings settings, int attempt) {
        BigDecimal initial = BigDecimal.valueOf(settings.initialDelay().toNanos());
        BigDecimal grown = switch (settings.backoff()) {
            case FIXED -> initial;
            case LINEAR -> initial.multiply(BigDecimal.valueOf(attempt));
            case EXPONENTIAL -> initial.multiply(new BigDecimal(settings.base()).pow(attempt - 1, new MathContext(60)));
        };
        return grown.min(BigDecimal.valueOf(settings.maxDelay().toNanos()))
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
    }

    @Test
    void the_defaults_double_from_one_second_to_a_minute() {
        RetrySettings settings = RetryPolicy.exponential().withoutJitter().settings();

        assertThat(Stream.of(1, 2, 3, 4, 5, 6, 7, 8, Integer.MAX_VALUE)
                        .map(n -> settings.delayAfter(n, MIDDLE).toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void linear_delays_grow_by_the_initial_one_and_fixed_ones_not_at_all() {
        RetrySettings linear = RetryPolicy.linear().withoutJitter().settings();
        RetrySettings fixed = RetryPolicy.fixed().withoutJitter().settings();

        assertThat(Stream.of(1, 2, 3, 60, 61)
                        .map(n -> linear.delayAfter(n, MIDDLE).toSeconds()))
                .containsExactly(1L, 2L, 3L, 60L, 60L);
        assertThat(Stream.of(1, 2, 99).map(n -> fixed.delayAfter(n, MIDDLE).toSeconds()))
                .containsExactly(1L, 1L, 1L);
    }

    @Test
    void no_delay_stays_no_delay_even_times_infinity() {
        RetrySettings settings =
                RetryPolicy.exponential(100).initialDelay(Duration.ZERO).settings();

        assertThat(settings.delayAfter(Integer.MAX_VALUE, 0.9)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void a_random_number_out_of_range_is_refused(double random) {
        assertThatIllegalArgumentException().isThrownBy(() -> RetrySettings.DEFAULT.delayAfter(1, random));
        assertThatIllegalArgumentException().isThrownBy(() -> RetrySettings.DEFAULT.delayAfter(0, MIDDLE));
    }

    @Test
    void settings_read_back_equal() {
        for (long seed = 0; seed < 5_000; seed++) {
            RetrySettings settings = random(new SplittableRandom(seed));

            assertThat(RetrySettings.fromJson("$", settings.toJson()))
                    .as("seed %d", seed)
                    .isEqualTo(settings);
        }
    }

    @Test
    void the_stored_form_is_stable() {
        assertThat(RetryPolicy.exponential().settings().toJson().canonical())
                .isEqualTo("{\"backoff\":\"EXPONENTIAL\",\"base\":2,\"initialDelay\":\"PT1S\",\"jitter\":true,"
                        + "\"maxAttempts\":3,\"maxDelay\":\"PT1M\"}");
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                Arguments.of("maxAttempts", JsonNumber.of(0)),
                Arguments.of("maxAttempts", JsonNumber.of(1.5)),
                Arguments.of("maxAttempts", JsonNumber.of(1L << 40)),
                Arguments.of("maxAttempts", new JsonString("3")),
                Arguments.of("backoff", new JsonString("exponential")),
                Arguments.of("backoff", JsonNull.NULL),
                Arguments.of("initialDelay", new JsonString("soon")),
                Arguments.of("initialDelay", JsonNull.NULL),
                Arguments.of("initialDelay", new JsonString("PT2M")),
                Arguments.of("maxDelay", JsonNumber.of(1)),
                Arguments.of("maxDelay", new JsonString("PT-1S")),
                Arguments.of("base", JsonNumber.of(0)),
                Arguments.of("base", new JsonNumber(new BigDecimal("1e400"))),
                Arguments.of("jitter", new JsonString("true")),
                Arguments.of("colour", JsonNull.NULL));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void what_is_not_understood_is_an_error_and_never_a_default(String member, JsonValue value) {
        Map<String, JsonValue> members =
                new HashMap<>(RetrySettings.DEFAULT.toJson().members());
        members.put(member, value);

        assertThatThrownBy(() -> RetrySettings.fromJson("$.retry", new JsonObject(members)))
                .isInstanceOf(MalformedDefinitionException.class)
                .hasMessageContaining("$.retry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxAttempts", "backoff", "initialDelay", "maxDelay", "base", "jitter"})
    void no_member_may_be_missing(String member) {
        Map<String, JsonValue> members =
                new HashMap<>(RetrySettings.DEFAULT.toJson().members());
        members.remove(member);

        assertThatThrownBy(() -> RetrySettings.fromJson("$.retry", new JsonObject(members)))
                .isInstanceOf(MalformedDefinitionException.class)
                .hasMessageContaining("$.retry." + member);
        assertThatThrownBy(() -> RetrySettings.fromJson("$.retry", JsonArray.EMPTY))
                .isInstanceOf(MalformedDefinitionException.class);
    }
}
