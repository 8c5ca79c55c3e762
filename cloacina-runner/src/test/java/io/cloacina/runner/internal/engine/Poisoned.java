package io.cloacina.runner.internal.engine;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.contract.forwarding.ForwardingTransaction;
import io.cloacina.ports.Admission;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreTransaction;
import java.util.List;

/** A store in which the JVM fails each time an execution of {@link #PRIORITY} is admitted. */
final class Poisoned extends ForwardingStore {

    static final int PRIORITY = 13;

    Poisoned(ExecutionStore good) {
        super(good);
    }

    @Override
    protected StoreTransaction disguise(StoreTransaction transaction) {
        return new ForwardingTransaction(transaction) {
            @Override
            public List<Admission> admit(List<NewExecution> executions) {
                if (executions.stream().anyMatch(newcomer -> newcomer.priority() == PRIORITY)) {
                    throw new StackOverflowError("planted");
                }
                return good.admit(executions);
            }
        };
    }
}
