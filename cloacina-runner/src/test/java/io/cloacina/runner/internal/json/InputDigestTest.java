package io.cloacina.runner.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.domain.json.JsonObject;
import io.cloacina.domain.json.JsonValue;
import org.junit.jupiter.api.Test;

class InputDigestTest {

    /** {@code printf 'orders\n{"a":110,"b":"x"}' | sha256sum} */
    private static final String KNOWN = "a5a062d3c80124980500b8c180a1ce8a927fccf3244564c70036c78c15ff5b47";

    @Test
    void the_digest_is_sha_256_of_name_line_feed_and_canonical_context() {
        assertThat(InputDigest.of("orders", context("{\"a\":110,\"b\":\"x\"}"))).isEqualTo(KNOWN);
    }

    @Test
    void notation_and_order_of_keys_do_not_matter() {
        assertThat(InputDigest.of("orders", context(" {\"b\" : \"\\u0078\", \"a\" : 1.10e2} ")))
                .isEqualTo(KNOWN);
    }

    @Test
    void workflow_and_context_matter() {
        assertThat(InputDigest.of("order", context("{\"a\":110,\"b\":\"x\"}"))).isNotEqualTo(KNOWN);
        assertThat(InputDigest.of("orders", context("{\"a\":111,\"b\":\"x\"}"))).isNotEqualTo(KNOWN);
    }

    private static JsonObject context(String text) {
        JsonValue value = JsonText.parse(text);
        return (JsonObject) value;
    }
}
