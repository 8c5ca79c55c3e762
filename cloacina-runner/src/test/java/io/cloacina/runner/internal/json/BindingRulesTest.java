package io.cloacina.runner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.cloacina.domain.context.DataBinding;
import io.cloacina.domain.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule X1: no class name in the database is written or obeyed. */
class BindingRulesTest {

    private static final String GADGET =
            "{\"@class\":\"io.cloacina.runner.internal.json.BindingRulesTest$Gadget\",\"x\":1}";

    private final DataBinding binding = new JacksonBinding();

    /** Tells on whoever loads it. */
    static final class Gadget {
        static {
            System.setProperty("cloacina.gadget", "loaded");
        }
    }

    record Box(Object content) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    interface ByClass {}

    record Fish(int x) implements ByClass {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    interface ByMinimalClass {}

    record Bird(int x) implements ByMinimalClass {}

    record Field(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object x) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle")})
    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Drawing(List<Shape> shapes) {}

    record Typed(Class<?> type) {}

    @ParameterizedTest
    @ValueSource(strings = {"@class", "@type", "class", "@c"})
    void names_of_classes_in_data_are_data(String key) {
        String text = GADGET.replace("@class", key);
        Box box = binding.fromJson(JsonText.parse("{\"content\":" + text + "}"), Box.class);

        assertThat(box.content()).isInstanceOf(Map.class);
        assertThat(System.getProperty("cloacina.gadget")).isNull();
    }

    @Test
    void types_that_ask_for_class_names_are_refused_both_ways() {
        assertThatThrownBy(() -> binding.toJson(new Fish(1))).hasMessageContaining("JsonTypeInfo.Id.NAME");
        assertThatThrownBy(() -> binding.toJson(new Bird(1))).hasMessageContaining("JsonTypeInfo.Id.NAME");
        assertThatThrownBy(() -> binding.toJson(new Field("y"))).hasMessageContaining("JsonTypeInfo.Id.NAME");
        JsonValue gadget = JsonText.parse(GADGET);
        assertThatThrownBy(() -> binding.fromJson(gadget, ByClass.class)).hasMessageContaining("JsonTypeInfo.Id.NAME");
        JsonValue field = JsonText.parse("{\"x\":" + GADGET + "}");
        assertThatThrownBy(() -> binding.fromJson(field, Field.class)).hasMessageContaining("JsonTypeInfo.Id.NAME");
        assertThat(System.getProperty("cloacina.gadget")).isNull();
    }

    @Test
    void a_class_is_no_data() {
        assertThatThrownBy(() -> binding.toJson(new Typed(String.class))).hasMessageContaining("a class is no data");
        JsonValue typed = JsonText.parse("{\"type\":\"java.lang.String\"}");
        assertThatThrownBy(() -> binding.fromJson(typed, Typed.class)).hasMessageContaining("a class is no data");
    }

    @Test
    void logical_type_names_work() {
        Drawing drawing = new Drawing(List.of(new Circle(3)));
        JsonValue json = binding.toJson(drawing);

        assertThat(json.canonical()).isEqualTo("{\"shapes\":[{\"@type\":\"circle\",\"radius\":3}]}");
        assertThat(binding.fromJson(json, Drawing.class)).isEqualTo(drawing);
    }
}
