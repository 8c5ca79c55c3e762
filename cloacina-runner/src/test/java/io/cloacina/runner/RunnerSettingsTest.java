package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.json.PayloadLimits;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerSettingsTest {

    private static final RunnerSettings DEFAULT = RunnerSettings.DEFAULT;

    @Test
    void the_defaults_are_the_documented_ones() {
        assertThat(DEFAULT.name()).isEqualTo("cloacina");
        assertThat(DEFAULT.maxConcurrentTasks())
                .isEqualTo(4 * Runtime.getRuntime().availableProcessors());
        assertThat(DEFAULT.leases())
                .isEqualTo(
                        new LeaseSettings(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(10), 3));
        assertThat(DEFAULT.polling()).isEqualTo(new PollSettings(Duration.ofMillis(50), Duration.ofSeconds(1)));
        assertThat(DEFAULT.groupLimit()).isEqualTo(64);
        assertThat(DEFAULT.shutdownGrace()).isEqualTo(Duration.ofSeconds(30));
        assertThat(DEFAULT.payloads()).isEqualTo(PayloadLimits.DEFAULT);
        assertThat(DEFAULT.schemaMode()).isEqualTo(SchemaMode.MIGRATE);
        assertThat(DEFAULT.schema()).isEmpty();
        assertThat(DEFAULT.errorTexts().maxBytes()).isEqualTo(4096);
        assertThat(DEFAULT.errorTexts().redactor().apply("text")).isEqualTo("text");
    }

    @Test
    void each_change_changes_one_setting_and_leaves_the_original_alone() {
        PollSettings polling = new PollSettings(Duration.ofMillis(1), Duration.ofMinutes(1));
        LeaseSettings leases = LeaseSettings.of(Duration.ofSeconds(3));
        ErrorTextSettings errorTexts = new ErrorTextSettings(256, UnaryOperator.identity());
        PayloadLimits payloads = PayloadLimits.DEFAULT.withMaxBytes(1_000);

        RunnerSettings changed = DEFAULT.withName("shop")
                .withMaxConcurrentTasks(1)
                .withLeases(leases)
                .withPolling(polling)
                .withGroupLimit(2)
                .withShutdownGrace(Duration.ZERO)
                .withPayloads(payloads)
                .withSchemaMode(SchemaMode.VERIFY)
                .withSchema("tenant_1")
                .withErrorTexts(errorTexts);

        assertThat(changed.name()).isEqualTo("shop");
        assertThat(changed.maxConcurrentTasks()).isEqualTo(1);
        assertThat(changed.leases()).isEqualTo(leases);
        assertThat(changed.polling()).isEqualTo(polling);
        assertThat(changed.groupLimit()).isEqualTo(2);
        assertThat(changed.shutdownGrace()).isZero();
        assertThat(changed.payloads()).isEqualTo(payloads);
        assertThat(changed.schemaMode()).isEqualTo(SchemaMode.VERIFY);
        assertThat(changed.schema()).contains("tenant_1");
        assertThat(changed.errorTexts()).isEqualTo(errorTexts);
        assertThat(DEFAULT.name()).isEqualTo("cloacina");
    }

    @Test
    void a_lease_by_itself_beats_and_sweeps_every_third_of_it() {
        assertThat(LeaseSettings.of(Duration.ofMinutes(1)))
                .isEqualTo(new LeaseSettings(Duration.ofMinutes(1), Duration.ofSeconds(20), Duration.ofSeconds(20), 3));
    }

    static List<ThrowingCallable> outOfBounds() {
        Duration second = Duration.ofSeconds(1);
        Duration hour = Duration.ofHours(1);
        return List.of(
                () -> DEFAULT.withMaxConcurrentTasks(0),
                () -> DEFAULT.withMaxConcurrentTasks(10_001),
                () -> DEFAULT.withGroupLimit(0),
                () -> DEFAULT.withGroupLimit(1_001),
                () -> DEFAULT.withShutdownGrace(Duration.ofNanos(-1)),
                () -> DEFAULT.withShutdownGrace(hour.plusNanos(1)),
                () -> LeaseSettings.of(second.minusNanos(1)),
                () -> LeaseSettings.of(hour.plusNanos(1)),
                () -> new LeaseSettings(second, Duration.ofMillis(500), second, 3),
                () -> new LeaseSettings(second, Duration.ofMillis(99), second, 3),
                () -> new LeaseSettings(second, Duration.ofMillis(300), Duration.ZERO, 3),
                () -> new LeaseSettings(second, Duration.ofMillis(300), second, -1),
                () -> new LeaseSettings(second, Duration.ofMillis(300), second, 101),
                () -> new PollSettings(Duration.ZERO, second),
                () -> new PollSettings(second, Duration.ofMillis(999)),
                () -> new PollSettings(second, Duration.ofSeconds(61)),
                () -> new ErrorTextSettings(255, UnaryOperator.identity()),
                () -> new ErrorTextSettings(65_537, UnaryOperator.identity()));
    }

    @ParameterizedTest
    @MethodSource("outOfBounds")
    void what_is_out_of_bounds_is_refused_with_its_bounds(ThrowingCallable setting) {
        assertThatThrownBy(setting).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(" must be ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-shop", ".shop", "my shop", "shop\n", "größe", "a/b"})
    void a_name_that_would_not_do_in_logs_is_refused(String name) {
        assertThatThrownBy(() -> DEFAULT.withName(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the name of a runner must be");
        assertThatThrownBy(() -> DEFAULT.withName("x".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Tenant", "1a", "a-b", "a b", "a\"b", "a;drop", "ä"})
    void a_schema_that_would_need_quoting_is_refused(String schema) {
        assertThatThrownBy(() -> DEFAULT.withSchema(schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the schema of a runner must be");
        assertThatThrownBy(() -> DEFAULT.withSchema("x".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }
}
