package io.cloacina.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.execution.ExecutionStatus;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class RefusalTest {

    private static final String POISON = "poison";

    @RegisterExtension
    final RunnerBench bench = new RunnerBench();

    private final Workflow hello =
            Workflow.named("hello").task("greet", context -> {}).build();

    @Test
    void one_refused_execution_fails_alone_whatever_group_it_is_in() throws Exception {
        DefaultRunner runner =
                bench.open(bench.builder().store(refusingPoison(bench.store())).workflows(hello));
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Future<ExecutionHandle>> neighbours = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String key = "key-" + i;
                neighbours.add(callers.submit(() -> start(runner, key)));
            }
            assertThatThrownBy(() -> start(runner, POISON)).isInstanceOf(StoreException.Refused.class);
            for (Future<ExecutionHandle> neighbour : neighbours) {
                assertThat(neighbour.get().result().status()).isEqualTo(ExecutionStatus.COMPLETED);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static ExecutionHandle start(DefaultRunner runner, String key) {
        return runner.start("hello", Context.empty(), StartOptions.idempotencyKey(key));
    }

    /** The same store, but for one key that it will never accept. */
    private static ExecutionStore refusingPoison(ExecutionStore store) {
        return proxy(ExecutionStore.class, store, (method, arguments) -> {
            if (method.equals("transact")) {
                ExecutionStore.TransactionWork<?> work = (ExecutionStore.TransactionWork<?>) arguments[1];
                arguments[1] = (ExecutionStore.TransactionWork<?>) tx -> work.in(refusingPoison(tx));
            }
        });
    }

    private static StoreTransaction refusingPoison(StoreTransaction transaction) {
        return proxy(StoreTransaction.class, transaction, (method, arguments) -> {
            if (method.equals("admit") && admitsPoison((List<?>) arguments[0])) {
                throw new StoreException.Refused("an execution is not acceptable", null);
            }
        });
    }

    private static boolean admitsPoison(List<?> newcomers) {
        return newcomers.stream().anyMatch(each -> POISON.equals(((NewExecution) each).idempotencyKey()));
    }

    private static <T> T proxy(Class<T> type, T target, Before before) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    before.call(method.getName(), arguments);
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Looks at a call before it is made. */
    private interface Before {
        void call(String method, Object[] arguments);
    }
}
