package io.cloacina.runner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.DataBinding;
import io.cloacina.domain.json.JsonNull;
import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonString;
import io.cloacina.domain.json.JsonValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonBindingTest {

    private final DataBinding binding = new JacksonBinding();

    record Item(String sku, int count, BigDecimal price) {}

    record Order(UUID id, List<Item> items, Optional<String> note, Map<String, Integer> weights, DayOfWeek day) {}

    static final class Bean {
        private String name = "";
        private int size;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public int getSize() {
            return size;
        }

        public void setSize(int size) {
            this.size = size;
        }
    }

    @Test
    void the_service_loader_finds_it() {
        assertThat(DataBinding.installed()).containsInstanceOf(JacksonBinding.class);
    }

    @Test
    void a_record_goes_into_a_context_and_out_again() {
        Order order = new Order(
                UUID.fromString("0193513c-0000-7000-8000-000000000001"),
                List.of(new Item("A-1", 2, new BigDecimal("19.990000000000000000000000000000000001"))),
                Optional.of("fragile"),
                Map.of("A-1", 7),
                DayOfWeek.MONDAY);

        assertThat(Context.of("order", order).require("order", Order.class)).isEqualTo(order);
        assertThat(Context.of("orders", List.of(order)).getList("orders", Order.class))
                .contains(List.of(order));
    }

    @Test
    void a_pojo_goes_in_and_out() {
        Bean bean = new Bean();
        bean.setName("x");
        bean.setSize(3);
        JsonValue json = binding.toJson(bean);

        assertThat(json.canonical()).isEqualTo("{\"name\":\"x\",\"size\":3}");
        assertThat(binding.fromJson(json, Bean.class))
                .usingRecursiveComparison()
                .isEqualTo(bean);
    }

    static List<Object> times() {
        return List.of(
                Instant.parse("2026-11-22T12:00:00.123456789Z"),
                LocalDate.parse("2026-11-22"),
                LocalTime.parse("12:00:00.5"),
                LocalDateTime.parse("2026-11-22T12:00"),
                OffsetDateTime.parse("2026-11-22T12:00+05:30"),
                ZonedDateTime.of(2026, 11, 22, 12, 0, 0, 0, ZoneId.of("Europe/Paris")),
                YearMonth.parse("2026-11"),
                Duration.parse("PT1H0.5S"),
                Period.parse("P1Y2D"),
                ZoneId.of("Europe/Paris"),
                UUID.fromString("0193513c-0000-7000-8000-000000000001"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void times_are_iso_texts_and_come_back_equal(Object time) {
        JsonValue json = binding.toJson(time);

        assertThat(json).isInstanceOf(JsonString.class);
        Class<?> type = time instanceof ZoneId ? ZoneId.class : time.getClass();
        assertThat(binding.fromJson(json, type)).isEqualTo(time);
    }

    @Test
    void a_zone_and_all_nanoseconds_are_kept() {
        ZonedDateTime time = ZonedDateTime.of(2026, 11, 22, 12, 0, 0, 123456789, ZoneId.of("Europe/Paris"));

        assertThat(binding.toJson(time).canonical()).isEqualTo("\"2026-11-22T12:00:00.123456789+01:00[Europe/Paris]\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sku\":\"a\",\"count\":\"2\",\"price\":1}",
                "{\"sku\":\"a\",\"count\":1.5,\"price\":1}",
                "{\"sku\":\"a\",\"count\":3000000000,\"price\":1}",
                "{\"sku\":\"a\",\"count\":null,\"price\":1}",
                "{\"sku\":\"a\",\"price\":1}",
                "{\"sku\":7,\"count\":1,\"price\":1}",
                "{\"sku\":\"a\",\"count\":true,\"price\":1}",
                "{\"sku\":\"a\",\"count\":1,\"price\":\"1\"}",
                "[]",
                "\"a\""
            })
    void what_does_not_fit_exactly_is_refused(String text) {
        assertThatThrownBy(() -> binding.fromJson(JsonText.parse(text), Item.class))
                .hasMessageContaining(Item.class.getName())
                .hasMessageNotContaining("3000000000");
    }

    @Test
    void unknown_properties_are_ignored() {
        JsonValue newer = JsonText.parse("{\"sku\":\"a\",\"count\":1,\"price\":1,\"colour\":\"red\"}");

        assertThat(binding.fromJson(newer, Item.class)).isEqualTo(new Item("a", 1, BigDecimal.ONE));
    }

    @Test
    void a_fault_names_path_and_type_but_no_value() {
        JsonValue json = JsonText.parse("{\"items\":[{\"sku\":\"a\",\"count\":\"hush\",\"price\":1}]}");

        assertThatThrownBy(() -> binding.fromJson(json, Order.class))
                .hasMessageContaining("/items/0/count")
                .hasMessageContaining("int")
                .hasMessageNotContaining("hush")
                .hasNoCause();
    }

    enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "grass";
            }
        }
    }

    record Painted(Colour colour) {}

    @Test
    void enums_are_the_names_of_their_constants() {
        assertThat(binding.toJson(new Painted(Colour.GREEN)).canonical()).isEqualTo("{\"colour\":\"GREEN\"}");
        assertThat(binding.fromJson(JsonText.parse("{\"colour\":\"GREEN\"}"), Painted.class))
                .isEqualTo(new Painted(Colour.GREEN));
        assertThatThrownBy(() -> binding.fromJson(JsonText.parse("{\"colour\":1}"), Painted.class))
                .hasMessageContaining("/colour");
        assertThatThrownBy(() -> binding.fromJson(JsonText.parse("{\"colour\":\"hush\"}"), Painted.class))
                .hasMessageNotContaining("hush");
    }

    record Parcel(
            JsonValue any, JsonObject object, @Nullable JsonNumber number) {}

    @Test
    void json_values_inside_a_record_stay_json() {
        String text = "{\"any\":null,\"number\":1,\"object\":{\"a\":[1,2.50]}}";
        Parcel parcel = binding.fromJson(JsonText.parse(text), Parcel.class);

        assertThat(parcel.any()).isEqualTo(JsonNull.NULL);
        assertThat(binding.toJson(parcel)).isEqualTo(JsonText.parse(text));
        assertThatThrownBy(
                        () -> binding.fromJson(JsonText.parse("{\"any\":1,\"object\":[],\"number\":1}"), Parcel.class))
                .hasMessageContaining("/object");
    }

    @Test
    void json_null_is_no_object() {
        assertThatThrownBy(() -> binding.fromJson(JsonNull.NULL, Item.class)).hasMessageContaining("null");
    }

    record Strict(int amount) {
        Strict {
            if (amount < 0) {
                throw new IllegalArgumentException("amount hush " + amount);
            }
        }
    }

    record Thrower(int x) {
        @Override
        public int x() {
            throw new IllegalStateException("hush");
        }
    }

    @Test
    void where_user_code_throws_its_place_is_kept_but_not_its_message() {
        assertThatThrownBy(() -> binding.fromJson(JsonText.parse("{\"amount\":-7}"), Strict.class))
                .hasMessageContaining("IllegalArgumentException")
                .hasStackTraceContaining("Strict.<init>")
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("hush").doesNotContain("-7"));
        assertThatThrownBy(() -> binding.toJson(new Thrower(1)))
                .hasMessageContaining("IllegalStateException")
                .satisfies(e -> assertThat(stackTrace(e)).contains("Thrower.x").doesNotContain("hush"));
    }

    @Test
    void parsers_of_the_jdk_do_not_quote_what_they_were_given() {
        assertThatThrownBy(() -> binding.fromJson(JsonText.parse("\"hush\""), Instant.class))
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("hush"));
        assertThatThrownBy(() -> binding.fromJson(JsonText.parse("\"hush\""), UUID.class))
                .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("hush"));
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    static final class Ring {
        public @Nullable Ring next;
    }

    @Test
    void an_object_that_contains_itself_is_refused() {
        Ring one = new Ring();
        Ring two = new Ring();
        one.next = two;
        two.next = one;

        assertThatThrownBy(() -> binding.toJson(one)).hasMessageContaining("contains itself");
    }

    static final class Endless {
        public Iterable<String> getValues() {
            return () -> Stream.generate(() -> "x".repeat(1000)).iterator();
        }
    }

    @Test
    void an_object_that_unfolds_without_end_is_refused() {
        assertThatThrownBy(() -> binding.toJson(new Endless())).hasMessageContaining("longer than");
    }

    @Test
    void an_object_without_properties_is_refused() {
        assertThatThrownBy(() -> binding.toJson(new Object())).hasMessageContaining("java.lang.Object");
    }
}
