package io.cloacina.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Limits can be moved within their bounds and not beyond. */
class PayloadLimitsTest {

    private static final PayloadLimits LIMITS = PayloadLimits.DEFAULT;

    @Test
    void a_context_may_have_one_mebibyte_by_default_and_sixteen_at_most() {
        assertThat(LIMITS.maxBytes()).isEqualTo(1_048_576);
        assertThat(LIMITS.withMaxBytes(16 << 20).maxBytes()).isEqualTo(PayloadLimits.MAXIMUM.maxBytes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LIMITS.withMaxBytes((16 << 20) + 1))
                .withMessage(
                        "the maxBytes of payload limits must be 2 to 16777216, but was 16777217; choose one within these bounds.");
    }

    @Test
    void limits_out_of_bounds_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.withMaxBytes(0));
        assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.withMaxDepth(101));
        assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.withMaxDepth(0));
        assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.withMaxKeys(1_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.withMaxKeyLength(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> LIMITS.withMaxStringLength(Integer.MAX_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayloadLimits(1000, 10, 10, 10, 10, 500, PayloadLimits.MAX_NUMBER_SCALE + 1));
    }
}
