package io.cloacina.contract;

import io.cloacina.contract.forwarding.ForwardingStore;
import io.cloacina.contract.forwarding.ForwardingTransaction;
import io.cloacina.contract.forwarding.ForwardingWakeUps;
import io.cloacina.ports.Admission;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.NewExecution;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.StoreTransaction;
import io.cloacina.ports.WakeUps;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** What can be wrong about the store itself: commits, errors, closing and wake-ups. */
final class StoreFaults {

    private StoreFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                Fault.of("commits what a bug left behind", "ERROR-1", CommitsAfterABug::new),
                Fault.of("commits after a refusal", "ERROR-2", CommitsAfterARefusal::new),
                Fault.of("works on when closed", "ERROR-5", NeverCloses::new),
                Fault.of("breaks under who is inside when it is closed", "ERROR-11", BreaksWhenClosed::new),
                Fault.of("runs the work again by itself", "ERROR-6", TriesAgain::new),
                Fault.of("never notices others", "WAKE-1", NoticesNobody::new));
    }

    private static final class CommitsAfterABug extends ForwardingStore {

        CommitsAfterABug(ExecutionStore good) {
            super(good);
        }

        @Override
        public <T> T transact(Lane lane, TransactionWork<T> work) {
            AtomicReference<IllegalArgumentException> bug = new AtomicReference<>();
            T result = good.transact(lane, transaction -> {
                try {
                    return work.in(transaction);
                } catch (IllegalArgumentException swallowed) {
                    bug.set(swallowed);
                    return null;
                }
            });
            if (bug.get() != null) {
                throw bug.get();
            }
            return result;
        }
    }

    /** Refuses by itself, so that the good store does not know. */
    private static final class CommitsAfterARefusal extends ForwardingStore {

        private static final UUID UNKNOWN = Shapes.single("unknown").id();

        CommitsAfterARefusal(ExecutionStore good) {
            super(good);
        }

        @Override
        protected StoreTransaction disguise(StoreTransaction transaction) {
            return new ForwardingTransaction(transaction) {
                @Override
                public List<Admission> admit(List<NewExecution> executions) {
                    if (executions.size() == 1 && executions.get(0).definition().equals(UNKNOWN)) {
                        throw new StoreException.Refused("the definition is not stored", null);
                    }
                    return good.admit(executions);
                }
            };
        }
    }

    private static final class NeverCloses extends ForwardingStore {

        NeverCloses(ExecutionStore good) {
            super(good);
        }

        @Override
        public void close() {}
    }

    private static final class BreaksWhenClosed extends ForwardingStore {

        private volatile boolean closed;

        BreaksWhenClosed(ExecutionStore good) {
            super(good);
        }

        @Override
        public <T> T transact(Lane lane, TransactionWork<T> work) {
            boolean before = closed;
            try {
                return super.transact(lane, work);
            } catch (StoreException.Unusable told) {
                throw before ? told : new IllegalStateException("a part of the store is closed", told);
            }
        }

        @Override
        public void close() {
            closed = true;
            good.close();
        }
    }

    private static final class TriesAgain extends ForwardingStore {

        TriesAgain(ExecutionStore good) {
            super(good);
        }

        @Override
        public <T> T transact(Lane lane, TransactionWork<T> work) {
            try {
                return good.transact(lane, work);
            } catch (StoreException.Contended contended) {
                return good.transact(lane, work);
            }
        }
    }

    private static final class NoticesNobody extends ForwardingStore {

        NoticesNobody(ExecutionStore good) {
            super(good);
        }

        @Override
        public WakeUps wakeUps() {
            return new ForwardingWakeUps(good.wakeUps()) {
                @Override
                public boolean changedElsewhere() {
                    return false;
                }
            };
        }
    }
}
