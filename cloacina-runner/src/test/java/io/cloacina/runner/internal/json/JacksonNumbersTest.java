package io.cloacina.runner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.DataBinding;
import io.cloacina.domain.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JacksonNumbersTest {

    private final DataBinding binding = new JacksonBinding();

    record Numbers(double d, float f, long l) {}

    @Test
    void floating_numbers_are_written_by_their_shortest_text() {
        assertThat(binding.toJson(new Numbers(0.1, 0.1f, Long.MIN_VALUE)).canonical())
                .isEqualTo("{\"d\":0.1,\"f\":0.1,\"l\":-9223372036854775808}");
    }

    record Doubles(double[] values) {}

    record Floats(float[] values) {}

    record Wrapped(Map<String, Number> values) {}

    static List<Object> infinite() {
        return List.of(
                new Numbers(Double.NaN, 0, 0),
                new Numbers(0, Float.POSITIVE_INFINITY, 0),
                new Doubles(new double[] {1, Double.NEGATIVE_INFINITY}),
                new Floats(new float[] {Float.NaN}),
                new Wrapped(Map.of("x", Double.NaN)));
    }

    @ParameterizedTest
    @MethodSource("infinite")
    void nan_and_infinity_are_refused(Object value) {
        assertThatThrownBy(() -> binding.toJson(value))
                .hasMessageContaining(value.getClass().getName())
                .hasMessageContaining("finite");
    }

    @Test
    void a_number_beyond_double_is_refused_instead_of_read_as_infinity() {
        JsonValue huge = JsonText.parse("{\"d\":1e400,\"f\":0,\"l\":0}");

        assertThatThrownBy(() -> binding.fromJson(huge, Numbers.class)).hasMessageContaining("too large");
        JsonValue large = JsonText.parse("{\"d\":0,\"f\":1e39,\"l\":0}");
        assertThatThrownBy(() -> binding.fromJson(large, Numbers.class)).hasMessageContaining("too large");
    }
}
