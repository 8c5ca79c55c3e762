package io.cloacina.jpa.internal;

import java.io.Serial;
import java.sql.Types;
import java.util.Vector;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.queries.SQLCall;

/**
 * A statement whose rows are read by place. The provider would ask the driver for the name and the type of each column at every run,
 * to find fields by them, and SQLite's takes longer for that than for the row. So it is told how many columns there are, and that
 * nothing is to be found: it hands over the values as the driver does.
 */
final class ReadByPlace extends SQLCall {

    @Serial
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("JdkObsolete") // the provider's interface
    ReadByPlace(String sql, int columns) {
        super(sql);
        Vector<DatabaseField> fields = new Vector<>(columns);
        for (int column = 1; column <= columns; column++) {
            fields.add(field(column));
        }
        setFields(fields);
    }

    private static DatabaseField field(int column) {
        DatabaseField field = new DatabaseField("COLUMN_" + column);
        field.setSqlType(Types.OTHER); // with a type already, it is asked for none
        return field;
    }

    /** What prepares a query says yes for all statements that are written by hand. */
    @Override
    public boolean isFieldMatchingRequired() {
        return false;
    }
}
