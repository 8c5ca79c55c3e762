package io.cloacina.ports.spi;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.verify.Verification;

/**
 * The door of an adapter artifact, found by {@link java.util.ServiceLoader}: on the class path through {@code
 * META-INF/services}, on the module path through {@code provides}. Has a public constructor without arguments, which does
 * nothing. Thread-safe.
 */
public interface StoreProvider {

    /** The backend's name for messages, such as {@code "SQLite"}. */
    String name();

    /** Whether the URL is of this provider's kind, well-formed or not. Opens nothing. */
    boolean accepts(StoreUrl url);

    /**
     * Opens the database, bringing its schema up to date first (or checking it, see {@link StoreSettings#schemaMode()}).
     *
     * @throws StoreException.Unusable if the URL, an option or the database cannot be used; for a wrong URL or option
     *     before any file is made or connection opened
     */
    ExecutionStore open(StoreUrl url, StoreSettings settings);

    /**
     * Looks for rows that contradict {@link io.cloacina.ports.verify.Invariant each other}, on one snapshot and whether or not
     * runners are at work. Changes nothing: no row, no schema, no file, whatever {@link StoreSettings#schemaMode()} says.
     *
     * @param rows how many rows of each violation the answer holds; 1 or more
     * @throws StoreException.Unusable if the database cannot be read, its schema is not of this version, or this store has no
     *     tables to ask
     */
    default Verification verify(StoreUrl url, StoreSettings settings, int rows) {
        throw new StoreException.Unusable(
                "The database " + url + " was not verified: the adapter for " + name()
                        + " cannot do that. Ask its author for it.",
                null);
    }
}
