package io.cloacina.testsupport;

import java.util.Set;

/** What becomes of the one call that fails. */
public enum CallFault {
    /** It throws and has done nothing; but whatever closes has closed. */
    INSTEAD {
        @Override
        boolean concerns(String method) {
            return true;
        }
    },
    /** The same, but only what has an effect is counted. */
    BEFORE {
        @Override
        boolean concerns(String method) {
            return EFFECTIVE.contains(method);
        }
    },
    /** As {@link #INSTEAD}, but only what has no effect is counted: all the calls that {@link #BEFORE} leaves out. */
    WITHOUT_EFFECT {
        @Override
        boolean concerns(String method) {
            return !EFFECTIVE.contains(method);
        }
    },
    /** It has done what it should, and throws. Only what has an effect is counted: with the rest there is no difference. */
    AFTER {
        @Override
        boolean concerns(String method) {
            return EFFECTIVE.contains(method);
        }
    },
    /** It throws an error of the JVM and has done nothing, and so does every call after it that has an effect. */
    MEMORY_ENDS {
        @Override
        boolean concerns(String method) {
            return EFFECTIVE.contains(method);
        }
    },
    /** A commit that undoes the transaction and says nothing. Only commits are counted. */
    UNDONE {
        @Override
        boolean concerns(String method) {
            return method.equals("commit");
        }
    };

    private static final Set<String> EFFECTIVE =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit", "rollback");

    /** Whether a call of this name is counted. */
    abstract boolean concerns(String method);
}
