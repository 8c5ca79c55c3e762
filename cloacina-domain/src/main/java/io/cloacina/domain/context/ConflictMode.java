package io.cloacina.domain.context;

/** The code-free part of a {@link ConflictPolicy}; its name is what a stored definition says. */
public enum ConflictMode {
    /** See {@link ConflictPolicy#lastDeclared()}. */
    LAST_DECLARED,
    /** See {@link ConflictPolicy#fail()}. */
    FAIL,
    /** See {@link ConflictPolicy#merge}. */
    MERGE
}
