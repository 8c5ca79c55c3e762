package io.cloacina.domain.context;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;

/**
 * What happens when a task inherits a key from two tasks of which neither came after the other. Advice: {@link #fail()}
 * while a workflow is young, since a conflict is more often a mistake than a wish. Default: {@link #lastDeclared()}.
 */
public sealed interface ConflictPolicy {

    /**
     * The later one in declared dependency order wins: of the dependencies that bring the key from a nearest writer, the
     * last one declared decides. Always the same one, whatever finished first.
     */
    static ConflictPolicy lastDeclared() {
        return new LastDeclared();
    }

    /**
     * The task that inherits the key fails before its body runs, with a {@link ContextConflictException}. Where no task
     * inherits it, because the last tasks of an execution left it, the execution ends as its tasks did, and its final
     * context cannot be told: whoever asks the result for it gets that exception.
     */
    static ConflictPolicy fail() {
        return new Fail();
    }

    /**
     * The function makes one value of the several.
     *
     * @throws RefusedArgumentException if the function is null
     */
    static ConflictPolicy merge(MergeFunction function) {
        return new Merge(function);
    }

    /** The part of this policy that is stored with the workflow's definition. */
    Mode mode();

    /** The code-free part of a policy; its name is what a stored definition says. */
    enum Mode {
        /** See {@link ConflictPolicy#lastDeclared()}. */
        LAST_DECLARED,
        /** See {@link ConflictPolicy#fail()}. */
        FAIL,
        /** See {@link ConflictPolicy#merge}. */
        MERGE
    }

    /** See {@link ConflictPolicy#lastDeclared()}. */
    record LastDeclared() implements ConflictPolicy {
        @Override
        public Mode mode() {
            return Mode.LAST_DECLARED;
        }
    }

    /** See {@link ConflictPolicy#fail()}. */
    record Fail() implements ConflictPolicy {
        @Override
        public Mode mode() {
            return Mode.FAIL;
        }
    }

    /** See {@link ConflictPolicy#merge}. */
    record Merge(MergeFunction function) implements ConflictPolicy {
        public Merge {
            given(function, "the merge function of a conflict policy", "say lastDeclared() or fail() to do without");
        }

        @Override
        public Mode mode() {
            return Mode.MERGE;
        }
    }
}
