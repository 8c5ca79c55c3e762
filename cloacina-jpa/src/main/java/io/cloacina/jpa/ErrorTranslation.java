package io.cloacina.jpa;

import io.cloacina.jpa.ErrorTable.Meaning;
import io.cloacina.ports.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the database, the pool or the persistence provider throws into the one kind of {@link StoreException} that the
 * table names. The message never repeats theirs, which may carry values; the database's own error is kept as the cause, the
 * provider's wrapper, which may carry statements with values, is not.
 *
 * @param database the database's name for messages, password hidden
 */
public record ErrorTranslation(String database, ErrorTable table) {

    /** Something failed outside a transaction's work, so nobody's data is to blame: nothing is stored. */
    public StoreException failed(String action, Throwable failure) {
        return failed(action, failure, StoreException.Unusable::new);
    }

    /**
     * A statement of a transaction's work failed. What the provider cannot do with this data it may do with the next, so it
     * is the work that is refused, and the database stays usable.
     */
    public StoreException workFailed(String action, Throwable failure) {
        return hasLostConnection(failure)
                ? new StoreException.ConnectionLost(message(action, "its connection is gone", AGAIN), failure)
                : failed(action, failure, StoreException.Refused::new);
    }

    /** What the provider says by itself of a connection: no error of the database is in its chain. */
    private static boolean hasLostConnection(Throwable failure) {
        return databaseErrorIn(failure) == null
                && chain(failure)
                        .anyMatch(cause -> cause instanceof DatabaseException error
                                && NO_CONNECTION.contains(error.getErrorCode()));
    }

    private StoreException failed(
            String action, Throwable failure, BiFunction<String, Throwable, StoreException> otherwise) {
        SQLException error = databaseErrorIn(failure);
        if (error == null) {
            return otherwise.apply(message(action, failure.getClass().getSimpleName(), REPORT), failure);
        }
        return isExhaustion(error) ? outOfConnections(action, error) : failed(action, error, table.meaningOf(error));
    }

    /** The commit itself failed: stored or not, unless the error says for certain that it was rolled back. */
    public StoreException commitFailed(Throwable failure) {
        SQLException error = databaseErrorIn(failure);
        if (error != null && table.meaningOf(error).rolledBackAtCommit()) {
            return failed("commit", error, table.meaningOf(error));
        }
        return new StoreException.OutcomeUnknown(
                message("commit", error == null ? failure.getClass().getSimpleName() : code(error), READ_BACK),
                error == null ? failure : error);
    }

    private StoreException failed(String action, SQLException error, Meaning meaning) {
        String message = message(action, code(error), meaning.remedy());
        return switch (meaning.kind()) {
            case CONTENDED -> new StoreException.Contended(message, error);
            case CONNECTION_LOST -> new StoreException.ConnectionLost(message, error);
            case OUT_OF_ROOM -> new StoreException.OutOfRoom(message, error);
            case REFUSED -> new StoreException.Refused(message, error);
            case UNUSABLE -> new StoreException.Unusable(message, error);
        };
    }

    /** The pool's own message is its state (total, active, idle, waiting), and nothing else. */
    private StoreException outOfConnections(String action, SQLException error) {
        return new StoreException.OutOfRoom(
                message(action, "no connection became free: " + error.getMessage(), MORE_CONNECTIONS), error);
    }

    /** A pool that could not connect names the database's error as its cause; one that is merely empty names none. */
    private static boolean isExhaustion(SQLException error) {
        return error instanceof SQLTransientConnectionException && error.getCause() == null;
    }

    /** The innermost error of the database; what wraps it (pool, provider) knows less. */
    private static @Nullable SQLException databaseErrorIn(Throwable failure) {
        return chain(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner)
                .orElse(null);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_DEPTH);
    }

    private String message(String action, String state, String remedy) {
        return database + " could not " + action + ": " + state + ". " + remedy;
    }

    private static String code(SQLException error) {
        return error.getSQLState() == null ? "error " + error.getErrorCode() : "SQLState " + error.getSQLState();
    }

    private static final Set<Integer> NO_CONNECTION = Set.of(
            DatabaseException.DATABASE_ACCESSOR_NOT_CONNECTED,
            DatabaseException.UNABLE_TO_ACQUIRE_CONNECTION_FROM_DRIVER,
            DatabaseException.DATABASE_ACCESSOR_CONNECTION_IS_NULL);

    private static final int MAX_DEPTH = 32;
    private static final String AGAIN = "Try again: nothing was stored.";
    private static final String REPORT = "This is a fault of the library: report it with the cause.";
    private static final String READ_BACK = "What was written may be stored or not: read it back before deciding.";
    private static final String MORE_CONNECTIONS =
            "Wait and try again; if it stays so, look for a transaction that does not end, or raise the pool's size.";
}
