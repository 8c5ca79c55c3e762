package io.cloacina.domain.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.json.JsonNumber;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Types the domain does not know are the business of the binding that is installed. */
class DataBindingTest {

    record Point(int x, int y) {}

    /** Knows points and nothing else. Installed for the tests of this module. */
    public static final class PointBinding implements DataBinding {
        @Override
        public JsonValue toJson(Object value) {
            if (value instanceof Point point) {
                return JsonObject.builder()
                        .add("x", point.x())
                        .add("y", point.y())
                        .build();
            }
            throw new DataBindingException("No binding for " + value.getClass().getName());
        }

        @Override
        public <T> T fromJson(JsonValue value, Class<T> type) {
            if (type == Point.class && value instanceof JsonObject point) {
                return type.cast(new Point(ordinate(point, "x"), ordinate(point, "y")));
            }
            throw new DataBindingException("No " + type.getSimpleName() + " in this");
        }

        private static int ordinate(JsonObject point, String name) {
            return ((JsonNumber) point.get(name).orElseThrow()).value().intValueExact();
        }
    }

    @Test
    void records_go_in_and_out_by_the_installed_binding() {
        Context context = Context.of("at", new Point(1, 2), "path", List.of(new Point(3, 4)));

        assertThat(context.toJson().canonical()).isEqualTo("{\"at\":{\"x\":1,\"y\":2},\"path\":[{\"x\":3,\"y\":4}]}");
        assertThat(context.require("at", Point.class)).isEqualTo(new Point(1, 2));
        assertThat(context.getList("path", Point.class)).hasValue(List.of(new Point(3, 4)));
    }

    @Test
    void what_does_not_fit_is_a_mismatch_that_names_the_key_and_keeps_the_cause() {
        assertThatThrownBy(() -> Context.of("at", 1).require("at", Point.class))
                .isInstanceOf(ContextKeyException.TypeMismatch.class)
                .hasMessageContainingAll("\"at\"", "Point", "number")
                .hasCauseInstanceOf(DataBindingException.class);
    }

    @Test
    void what_the_binding_cannot_write_is_refused() {
        assertThatThrownBy(() -> Context.of("k", new Object())).isInstanceOf(DataBindingException.class);
    }

    @Test
    void two_bindings_are_one_too_many() {
        assertThatThrownBy(() -> InstalledBinding.only(List.of(new PointBinding(), new PointBinding())))
                .isInstanceOf(DataBindingException.class)
                .hasMessageContaining("PointBinding")
                .hasMessageContaining("keep one");
    }

    @Test
    void without_a_binding_the_error_names_the_remedy_and_simple_values_still_work() throws Exception {
        URL domainAlone =
                DataBinding.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {domainAlone}, ClassLoader.getPlatformClassLoader())) {
            var of = loader.loadClass(Context.class.getName()).getMethod("of", String.class, Object.class);

            assertThat(of.invoke(null, "k", Map.of("simple", List.of(1)))).hasToString("Context[k]");
            assertThatThrownBy(() -> of.invoke(null, "k", new StringBuilder("pojo")))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContainingAll("java.lang.StringBuilder", "io.cloacina:cloacina-runner")
                    .hasMessageNotContaining("pojo");
        }
    }
}
