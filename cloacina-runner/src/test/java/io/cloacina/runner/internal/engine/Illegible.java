package io.cloacina.runner.internal.engine;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.domain.execution.ClaimRef;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Set;

/** A store in which the rows of some executions cannot be read, whoever asks for them alone or together with others. */
final class Illegible extends ForwardingStore {

    private final Set<ExecutionId> rows;

    Illegible(ExecutionStore good, Set<ExecutionId> rows) {
        super(good);
        this.rows = rows;
    }

    @Override
    protected StoreTransaction disguise(StoreTransaction transaction) {
        return around(StoreTransaction.class, transaction);
    }

    @Override
    public ExecutionQueries queries() {
        return around(ExecutionQueries.class, good.queries());
    }

    private <T> T around(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                Illegible.class.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("park") && !method.getName().equals("record")) {
                        look(arguments[0]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    private void look(Object asked) {
        if (asked instanceof Collection<?> all) {
            all.forEach(this::look);
        } else if (asked instanceof ClaimRef claim) {
            look(claim.task().execution());
        } else if (asked instanceof ContextRef context) {
            look(context.execution());
        } else if (asked instanceof ExecutionId execution && rows.contains(execution)) {
            throw new StoreException.Unreadable(execution, "planted", null);
        }
    }
}
