package io.cloacina.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which version of PostgreSQL's driver is really there: what we are built with is not what a framework's list of versions puts on the
 * class path. One with known holes works, so it is not refused, but whoever runs it is told.
 */
record DriverVersion(String text) {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresStoreProvider.class);

    /** Before it a server, or who stands in between, could make the driver skip channel binding or compute for ever. */
    private static final int[] OLDEST = {42, 7, 12};

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

    static DriverVersion of(Connection connection) throws SQLException {
        return new DriverVersion(connection.getMetaData().getDriverVersion());
    }

    void warnIfOld(String runner) {
        if (isOld()) {
            LOG.warn(
                    "{}: the PostgreSQL driver {} has known holes: use org.postgresql:postgresql 42.7.12 or newer",
                    runner,
                    text);
        }
    }

    /** False for a text that is no version: nothing is known against it. */
    boolean isOld() {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.lookingAt()
                && Arrays.compare(new int[] {number(numbers, 1), number(numbers, 2), number(numbers, 3)}, OLDEST) < 0;
    }

    private static int number(Matcher numbers, int group) {
        return Integer.parseInt(numbers.group(group));
    }
}
