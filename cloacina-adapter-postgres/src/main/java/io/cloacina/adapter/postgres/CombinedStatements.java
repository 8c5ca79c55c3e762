package io.cloacina.adapter.postgres;

import io.cloacina.jpa.StoreStatement;
import io.cloacina.jpa.StoreStatements;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several moments in one trip to the server, for which PostgreSQL has statements that change more than one table. They are made
 * of the statements in whose place they stand, each of which reads what another part returned where it would read its parameter.
 *
 * <p>All parts of such a statement see the state before it: what one part tells another goes by what it returns.
 */
final class CombinedStatements {

    private static final Pattern ROWS = Pattern.compile("\\{rows:[^}]*}");

    /**
     * Rows come sorted by key, as for the insert alone. Which of them have become executions is looked up in a hash table: that is
     * what "is true" is for, without which the planner, who expects one row, would compare each with each.
     */
    private static final String ADMIT_WHOLE = """
            with given as materialized (
                select r.*
                from {rows: id uuid, definition uuid, idempotency_key text, input_digest text, priority int, timeout long,
                    writer int, keys json, written json} as r
            ), created as (
                %s
            ), winners as (
                select r.id as execution, r.*
                from given as r
                where (r.id in (select c.id from created as c)) is true
            ), tasks as (
                %s
            ), contexts as (
                %s
            )
            select c.id
            from created as c""";

    private static final String CLAIM_AND_START = """
            with claimed as (
                %s
            ), started as (
                %s
            )
            select c.*, (c.execution_id in (select s.id from started as s)) is true
            from claimed as c""";

    private CombinedStatements() {}

    static String admitWhole(StoreStatements parts) {
        return ADMIT_WHOLE.formatted(
                reading("given", parts.text(StoreStatement.ADMIT)),
                reading("winners", parts.text(StoreStatement.ADMIT_TASKS)),
                reading("winners", parts.text(StoreStatement.KEEP)));
    }

    static String claimAndStart(StoreStatements parts) {
        return CLAIM_AND_START.formatted(
                parts.text(StoreStatement.CLAIM),
                reading("(select c.execution_id as id from claimed as c)", parts.text(StoreStatement.START)));
    }

    /** The statement on another relation than its parameter. */
    private static String reading(String relation, String statement) {
        return ROWS.matcher(statement).replaceAll(Matcher.quoteReplacement(relation));
    }
}
