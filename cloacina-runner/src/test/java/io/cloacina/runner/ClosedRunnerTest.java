package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionFilter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** After close, every public method of a runner and its handles says that the runner is closed, and what to do. */
@Timeout(60)
class ClosedRunnerTest {

    private static final Set<String> NEED_NO_DATABASE = Set.of("close", "settings", "id", "toString");

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private DefaultRunner runner;
    private ExecutionHandle handle;

    @BeforeEach
    void close() {
        runner = bench.open(
                Workflow.named("orders").task("charge", context -> {}).build());
        handle = runner.start("orders", Context.empty());
        handle.result();
        runner.close();
    }

    @Test
    void every_method_that_needs_the_database_says_that_the_runner_is_closed() {
        assertThat(calls(runner)).hasSizeGreaterThanOrEqualTo(10).allSatisfy(method -> assertRefused(runner, method));
        assertThat(calls(handle)).hasSizeGreaterThanOrEqualTo(5).allSatisfy(method -> assertRefused(handle, method));
    }

    @Test
    void what_needs_no_database_is_still_told() {
        runner.close();

        assertThat(runner.settings().maxConcurrentTasks()).isPositive();
        assertThat(handle.toString()).contains(handle.id().toString());
    }

    private static List<Method> calls(Object object) {
        return Stream.of(object.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !NEED_NO_DATABASE.contains(method.getName()))
                .toList();
    }

    private void assertRefused(Object object, Method method) {
        Throwable thrown = catchThrowable(() -> call(object, method));

        assertThat(thrown).as(method.toString()).isInstanceOf(RunnerException.RunnerClosed.class);
        assertThat(thrown.getMessage()).contains("is closed: ", "Open a new runner on the same database.");
    }

    private void call(Object object, Method method) throws Throwable {
        try {
            method.invoke(
                    object,
                    Arrays.stream(method.getParameterTypes()).map(this::sample).toArray());
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private Object sample(Class<?> type) {
        Map<Class<?>, Object> samples = Map.of(
                String.class, "orders",
                Context.class, Context.empty(),
                StartOptions.class, StartOptions.none(),
                List.class, List.of(),
                ExecutionId.class, handle.id(),
                ExecutionFilter.class, new ExecutionFilter(null, Set.of(), null, 1),
                Duration.class, Duration.ofSeconds(1),
                long.class, 0L,
                int.class, 1);
        return Objects.requireNonNull(samples.get(type), () -> "this test has no sample of " + type);
    }
}
