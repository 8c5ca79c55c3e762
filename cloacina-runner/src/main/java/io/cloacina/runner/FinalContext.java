package io.cloacina.runner;

import io.cloacina.domain.context.Context;
import java.util.Objects;

/**
 * The final context of an execution, or what keeps it from being told. How an execution ended does not depend on it: leaves
 * that wrote the same key where the workflow refuses conflicts, a merge function that throws, or a stored context that is
 * damaged leave a result that has everything else. Immutable.
 */
public sealed interface FinalContext {

    /**
     * The context.
     *
     * @throws RuntimeException the {@linkplain Untold#problem() problem}, if it cannot be told
     */
    Context get();

    /**
     * It is known.
     *
     * @param context what the last tasks left
     */
    record Told(Context context) implements FinalContext {
        public Told {
            Objects.requireNonNull(context, "context");
        }

        @Override
        public Context get() {
            return context;
        }
    }

    /**
     * It cannot be told.
     *
     * @param problem what {@link ExecutionResult#context()} throws, each time it is asked
     */
    record Untold(RuntimeException problem) implements FinalContext {
        public Untold {
            Objects.requireNonNull(problem, "problem");
        }

        @Override
        public Context get() {
            throw problem;
        }
    }
}
