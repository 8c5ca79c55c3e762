package io.cloacina.domain.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A path can be shown whatever its keys are. */
class PayloadPathTest {

    @Test
    void a_path_is_a_json_pointer() {
        assertThat(PayloadPath.ROOT.key("order").key("a/b~c").index(3)).hasToString("/order/a~1b~0c/3");
        assertThat(PayloadPath.ROOT).hasToString("");
    }

    @Test
    void what_does_not_print_is_escaped() {
        assertThat(PayloadPath.ROOT.key("a\n\0\u001b[31m\u202e\ud83d"))
                .hasToString("/a\\u000a\\u0000\\u001b[31m\\u202e\\ud83d");
    }

    @Test
    void what_is_too_long_is_shortened_in_its_middle() {
        PayloadPath deep = PayloadPath.ROOT.key("x".repeat(1_000_000));
        for (int i = 0; i < 10_000; i++) {
            deep = deep.index(i);
        }

        assertThat(deep.toString())
                .hasSizeLessThan(310)
                .startsWith("/xxx")
                .contains("…")
                .endsWith("/9999");
    }
}
