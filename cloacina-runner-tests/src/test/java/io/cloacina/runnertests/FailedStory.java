package io.cloacina.runnertests;

import static io.cloacina.domain.workflow.TaskOptions.after;
import static io.cloacina.domain.workflow.TaskOptions.root;

import io.cloacina.domain.retry.RetryPolicy;
import io.cloacina.domain.workflow.Workflow;
import java.time.Duration;

/** Something of everything: {@code call} is tried twice and completes, {@code fail} fails, {@code never} is skipped. */
final class FailedStory {

    static final String NAME = "story";

    private FailedStory() {}

    static Workflow workflow() {
        RetryPolicy atOnce = RetryPolicy.fixed()
                .initialDelay(Duration.ofMillis(1))
                .withoutJitter()
                .maxAttempts(2);
        return Workflow.named(NAME)
                .task(
                        "call",
                        context -> {
                            if (context.attempt() == 1) {
                                throw new IllegalStateException(Secrets.of("the first try fails"));
                            }
                            context.put("answer", 42);
                        },
                        root().retry(atOnce))
                .task(
                        "fail",
                        context -> {
                            throw new IllegalStateException(Secrets.of("this one always fails"));
                        },
                        after("call").retry(RetryPolicy.none()))
                .task("never", context -> {}, after("fail"))
                .build();
    }
}
