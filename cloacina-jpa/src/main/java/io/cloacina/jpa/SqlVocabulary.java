package io.cloacina.jpa;

import java.util.List;

/**
 * The expressions in which the SQL of two databases differs though their statements are the same. A statement's text names
 * them as tokens; they are rendered once, when the store is opened:
 *
 * <table>
 * <caption>Tokens</caption>
 * <tr><th>token</th><th>becomes</th></tr>
 * <tr><td>{@code {schema}}</td><td>{@link SchemaName#qualifier()}, written before every table</td></tr>
 * <tr><td>{@code {now}}</td><td>{@link #now()}</td></tr>
 * <tr><td>{@code {after: micros}}</td><td>{@link #after}</td></tr>
 * <tr><td>{@code {until: instant}}</td><td>{@link #until}</td></tr>
 * <tr><td>{@code {rows: a uuid, b int}}</td><td>{@link #rows}</td></tr>
 * <tr><td>{@code {lock}}</td><td>{@link #lock()}</td></tr>
 * <tr><td>{@code {skip locked}}</td><td>{@link #skipLocked()}</td></tr>
 * </table>
 *
 * An implementation has no state.
 */
public interface SqlVocabulary {

    /**
     * The marker under which the kit binds the runner's time (epoch microseconds, a long) to each statement whose
     * rendered text contains it; for {@link #now()} of a database without a clock of its own.
     */
    String RUNNER_TIME = "?9";

    /** The store's present time, of the type of the time columns; constant within a statement, usable in an index. */
    String now();

    /** The time that lies so many microseconds after {@link #now()}; null when {@code micros} is null. */
    String after(String micros);

    /** The whole microseconds, a 64-bit integer, from {@link #now()} until a time; null when {@code instant} is null. */
    String until(String instant);

    /**
     * The relation, in parentheses and in order, that the JSON array of objects in parameter {@code ?1} stands for; the
     * statement gives it an alias. A member that is absent or JSON null is null.
     */
    String rows(List<RowColumn> columns);

    /** The clause at the end of a select that locks its rows and waits for other holders; empty where none is needed. */
    String lock();

    /** The clause at the end of a select that locks its rows and leaves out those that others hold; may be empty. */
    String skipLocked();
}
