package io.cloacina.contract;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.ports.ExecutionQueries;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreTransaction;
import java.util.function.UnaryOperator;

/**
 * A store that is wrong in one way.
 *
 * @param name what it does wrong
 * @param rule the one rule that must notice
 * @param disguise makes a good store into that one
 */
record Fault(String name, String rule, UnaryOperator<ExecutionStore> disguise) {

    static Fault of(String name, String rule, UnaryOperator<ExecutionStore> disguise) {
        return new Fault(name, rule, disguise);
    }

    /** A fault inside transactions. */
    static Fault inTransactions(String name, String rule, UnaryOperator<StoreTransaction> wrong) {
        return new Fault(name, rule, good -> new ForwardingStore(good) {
            @Override
            protected StoreTransaction disguise(StoreTransaction transaction) {
                return wrong.apply(transaction);
            }
        });
    }

    /** A fault outside transactions. */
    static Fault inQueries(String name, String rule, UnaryOperator<ExecutionQueries> wrong) {
        return new Fault(name, rule, good -> new ForwardingStore(good) {
            @Override
            public ExecutionQueries queries() {
                return wrong.apply(good.queries());
            }
        });
    }

    @Override
    public String toString() {
        return rule + " notices a store that " + name;
    }
}
