package io.cloacina.adapter.sqlite;

import io.cloacina.jpa.Micros;
import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.persistence.expressions.ExpressionOperator;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.expressions.ExpressionSQLPrinter;
import org.eclipse.persistence.internal.expressions.SQLSelectStatement;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.platform.database.DatabasePlatform;
import org.eclipse.persistence.queries.ValueReadQuery;

/**
 * What EclipseLink must know about SQLite, for which it ships no platform: times are integers (microseconds), pages are
 * {@code limit … offset}, joins are standard SQL, and no select locks a row. EclipseLink makes it by its name, so it is
 * public; nobody else needs it.
 */
public final class SqlitePlatform extends DatabasePlatform {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Made by EclipseLink. */
    public SqlitePlatform() {}

    @Override
    public boolean shouldPrintForUpdateClause() {
        return false;
    }

    @Override
    public String getSelectForUpdateString() {
        return "";
    }

    @Override
    public String getSelectForUpdateNoWaitString() {
        return "";
    }

    @Override
    public String getSelectForUpdateWaitString(Integer timeout) {
        return "";
    }

    @Override
    public boolean isForUpdateCompatibleWithDistinct() {
        return true;
    }

    @Override
    public boolean shouldUseJDBCOuterJoinSyntax() {
        return false;
    }

    @Override
    public boolean supportsForeignKeyConstraints() {
        return true;
    }

    @Override
    public boolean supportsIdentity() {
        return true;
    }

    @Override
    public ValueReadQuery buildSelectQueryForIdentity() {
        return new ValueReadQuery("select last_insert_rowid()");
    }

    @Override
    public ValueReadQuery getTimestampQuery() {
        return new ValueReadQuery("select cast(unixepoch('subsec') * 1000000 as integer)");
    }

    /** In SQLite, {@code +} adds numbers also when it is given text. */
    @Override
    protected void initializePlatformOperators() {
        super.initializePlatformOperators();
        addOperator(ExpressionOperator.simpleMath(ExpressionOperator.Concat, "||"));
        addOperator(ExpressionOperator.simpleTwoArgumentFunction(ExpressionOperator.Locate, "instr"));
    }

    /** The driver's own paging reads what it then leaves out, and cannot begin after the first row. */
    @Override
    public void printSQLSelectStatement(DatabaseCall call, ExpressionSQLPrinter printer, SQLSelectStatement statement) {
        if (statement.getQuery() == null || statement.getQuery().getMaxRows() <= 0) {
            super.printSQLSelectStatement(call, printer, statement);
            return;
        }
        statement.setUseUniqueFieldAliases(true);
        call.setFields(statement.printSQL(printer));
        printer.printString(" limit ");
        printer.printParameter(DatabaseCall.MAXROW_FIELD);
        printer.printString(" offset ");
        printer.printParameter(DatabaseCall.FIRSTRESULT_FIELD);
        call.setIgnoreFirstRowSetting(true);
        call.setIgnoreMaxResultsSetting(true);
    }

    @Override
    public int computeMaxRowsForSQL(int firstResult, int maxResults) {
        return maxResults - Math.max(firstResult, 0);
    }

    @Override
    public void setParameterValueInDatabaseCall(
            Object parameter, PreparedStatement statement, int index, AbstractSession session) throws SQLException {
        if (parameter instanceof Instant instant) {
            statement.setLong(index, Micros.of(instant));
        } else {
            super.setParameterValueInDatabaseCall(parameter, statement, index, session);
        }
    }

    @Override
    public <T> T convertObject(Object source, Class<T> type) {
        return type == Instant.class && source instanceof Number micros
                ? type.cast(Micros.toInstant(micros.longValue()))
                : super.convertObject(source, type);
    }
}
