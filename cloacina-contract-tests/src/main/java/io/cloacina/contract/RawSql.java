package io.cloacina.contract;

import java.util.List;

/** A connection of the harness's own to the database under test, to do by hand what no store would. */
@FunctionalInterface
public interface RawSql {

    /**
     * Runs statements in one transaction, then a query, and rolls everything back, whatever happens.
     *
     * @param statements portable SQL
     * @param query portable SQL
     * @return one text per row of the query, its columns joined in a readable way
     * @throws RuntimeException if the database refuses a statement or the query, with the refusal as its cause
     */
    List<String> rehearse(List<String> statements, String query);
}
