package io.cloacina.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A time-out says which try of which task it ended. */
class TaskTimeoutExceptionTest {

    @Test
    void the_message_names_task_attempt_and_time_out() {
        assertThat(new TaskTimeoutException("charge", 2, Duration.ofMinutes(5)))
                .hasMessageContainingAll("Attempt 2", "\"charge\"", "PT5M", "Raise the time-out");
    }
}
