package io.cloacina.jpa.internal;

import io.cloacina.jpa.ErrorTranslation;
import io.cloacina.jpa.Micros;
import io.cloacina.jpa.StoreStatement;
import io.cloacina.ports.TimeSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the registered statements in one transaction. A set goes in as JSON, in as many statements as its size needs: one,
 * as a rule, and none when it is empty.
 */
record Statements(EntityManager entities, PersistenceUnit unit, TimeSource time, ErrorTranslation errors) {

    private static final int NOW = 9;

    /** Whether an optional statement may be run. */
    boolean has(StoreStatement statement) {
        return unit.has(statement);
    }

    /** Runs a statement that returns rows, with these parameters from ?1. */
    List<Row> select(StoreStatement statement, @Nullable Object... parameters) {
        List<?> results = run(statement, Query::getResultList, parameters);
        List<Row> rows = new ArrayList<>(results.size());
        results.forEach(result -> rows.add(Row.of(result)));
        return rows;
    }

    /** Runs a statement that returns rows for a set of any size. */
    <T> List<Row> select(
            StoreStatement statement,
            Collection<T> elements,
            BiConsumer<JsonRows, T> fields,
            @Nullable Object... more) {
        List<Row> rows = new ArrayList<>(elements.size());
        JsonRows.chunks(elements, fields, json -> rows.addAll(select(statement, prepend(json, more))));
        return rows;
    }

    /** Runs a statement that returns no rows; how many it changed. */
    int update(StoreStatement statement, @Nullable Object... parameters) {
        return run(statement, Query::executeUpdate, parameters);
    }

    /** Runs a statement that returns no rows for a set of any size. */
    <T> void update(
            StoreStatement statement,
            Collection<T> elements,
            BiConsumer<JsonRows, T> fields,
            @Nullable Object... more) {
        JsonRows.chunks(elements, fields, json -> update(statement, prepend(json, more)));
    }

    /** Runs a query of the persistence provider's own, on entities. */
    <R> R query(String action, Function<EntityManager, R> query) {
        try {
            return query.apply(entities);
        } catch (PersistenceException | EclipseLinkException failure) {
            throw errors.workFailed(action, failure);
        }
    }

    private <R> R run(StoreStatement statement, Function<Query, R> call, @Nullable Object... parameters) {
        return query(action(statement), manager -> {
            Query query = manager.createNamedQuery(statement.name());
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            if (unit.isTimed(statement)) {
                query.setParameter(NOW, Micros.of(time.instant()));
            }
            return call.apply(query);
        });
    }

    private static String action(StoreStatement statement) {
        return statement.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable Object[] prepend(String first, @Nullable Object[] more) {
        @Nullable Object[] all = new @Nullable Object[more.length + 1];
        all[0] = first;
        System.arraycopy(more, 0, all, 1, more.length);
        return all;
    }
}
