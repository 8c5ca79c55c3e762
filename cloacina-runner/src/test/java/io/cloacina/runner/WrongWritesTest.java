package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloacina.domain.RefusedArgumentException;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.ContextKeyException;
import io.cloacina.domain.context.DataBindingException;
import io.cloacina.domain.json.InvalidPayloadException;
import io.cloacina.domain.task.TaskContext;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.testsupport.canary.Canary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The entries that a body has: see {@link PublicEntriesTest} for those that the caller of a runner has. */
@Timeout(60)
class WrongWritesTest {

    /** Stands where a payload or a secret could: no message may show it. */
    private static final String CANARY = Canary.WORD;

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    @Test
    void what_a_body_writes_wrongly_is_refused_on_its_line_and_nothing_of_it_is_stored() {
        List<Throwable> errors = Collections.synchronizedList(new ArrayList<>());
        Workflow careless = Workflow.named("careless")
                .task("write", context -> wrongWrites(context).forEach(each -> errors.add(catchThrowable(each))))
                .build();

        ExecutionResult result = bench.open(careless).execute("careless", Context.of("a", 1));

        assertThat(errors)
                .<Class<?>>extracting(Throwable::getClass)
                .containsExactly(
                        RefusedArgumentException.class,
                        RefusedArgumentException.class,
                        RefusedArgumentException.class,
                        RefusedArgumentException.class,
                        RefusedArgumentException.class,
                        InvalidPayloadException.class,
                        InvalidPayloadException.class,
                        DataBindingException.class,
                        ContextKeyException.KeyExists.class,
                        ContextKeyException.KeyAbsent.class);
        assertThat(errors).extracting(Throwable::getMessage).noneMatch(message -> message.contains(CANARY));
        assertThat(result.context()).isEqualTo(Context.of("a", 1));
    }

    @SuppressWarnings("NullAway") // on purpose
    private static List<ThrowingCallable> wrongWrites(TaskContext context) {
        return List.of(
                () -> context.put(null, CANARY),
                () -> context.insert("b", null),
                () -> context.remove(null),
                () -> context.get(null),
                () -> context.get("a", null),
                () -> context.put(" ", CANARY),
                () -> context.put("b", CANARY + "x".repeat(2 << 20)),
                () -> context.put("b", (Runnable) () -> {}),
                () -> context.insert("a", CANARY),
                () -> context.update("b", CANARY));
    }
}
