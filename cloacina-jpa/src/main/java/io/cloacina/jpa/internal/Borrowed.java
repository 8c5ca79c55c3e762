package io.cloacina.jpa.internal;

import io.cloacina.jpa.ErrorTranslation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.jspecify.annotations.Nullable;

/**
 * An entity manager with its connection, for one transaction. The connection is taken at once, for a query of the provider
 * would otherwise read on another one; and it is given back by us where the provider has not, for it forgets one that it takes
 * for broken, and whoever waits for its turn would wait for ever.
 */
final class Borrowed {

    private final EntityManager entities;
    private @Nullable Connection connection;
    private boolean reading;

    Borrowed(EntityManager entities) {
        this.entities = entities;
    }

    EntityManager entities() {
        return entities;
    }

    /** Whoever had the connection before may have met an error of the JVM, and could not even roll back: his work ends here. */
    void begin(ErrorTranslation errors) {
        try {
            entities.getTransaction().begin();
            Connection taken = entities.unwrap(Connection.class);
            connection = taken;
            taken.rollback();
        } catch (PersistenceException | EclipseLinkException | SQLException failure) {
            throw errors.failed("begin a transaction", failure);
        }
    }

    /** As {@link #begin}, but each statement stands for itself: the database need not be told to end anything. */
    void beginReading(ErrorTranslation errors) {
        begin(errors);
        reading = true;
        autoCommit(true, errors);
    }

    private void autoCommit(boolean wanted, ErrorTranslation errors) {
        if (reading && connection != null) {
            try {
                connection.setAutoCommit(wanted);
            } catch (SQLException failure) {
                throw errors.failed(wanted ? "begin a read" : "end a read", failure);
            }
        }
    }

    /**
     * Commits on the connection itself: nothing waits in the entity manager, for entities are only read. The provider's own
     * commit asks more of the connection once it has taken effect, and whatever fails then would say that it has not.
     */
    void commit(ErrorTranslation errors) {
        try {
            Objects.requireNonNull(connection, "not begun").commit();
        } catch (SQLException | RuntimeException failure) {
            throw errors.commitFailed(failure);
        }
    }

    /** Gives everything back; what was not committed is rolled back. */
    void giveBack(ErrorTranslation errors) {
        try {
            end(errors);
        } finally {
            closeConnection(errors);
        }
    }

    /** Once: when the provider has closed it, somebody else may have it, and HikariCP's second close forgets his statements. */
    private void closeConnection(ErrorTranslation errors) {
        if (connection != null) {
            try {
                if (!connection.isClosed()) {
                    connection.close();
                }
            } catch (SQLException failure) {
                throw errors.failed("give its connection back", failure);
            }
        }
    }

    private void end(ErrorTranslation errors) {
        try (entities) {
            autoCommit(false, errors); // as the provider believes it is
            EntityTransaction transaction = entities.getTransaction();
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }
}
