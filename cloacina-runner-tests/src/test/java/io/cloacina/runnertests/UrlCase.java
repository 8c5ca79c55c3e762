package io.cloacina.runnertests;

import io.cloacina.testsupport.canary.Canary;
import java.util.List;

/**
 * What somebody may want to smuggle in by a URL, as it is written for each of the databases, and what must come of it. In the texts, {@code
 * DIR} stands for an empty folder, {@code DOOR} for a listening port, {@code SECRET} for a password, {@code NUL} and {@code NEWLINE} for
 * those characters, {@code LONG} for 5,000 letters. A tail is what follows a URL that is right without it.
 *
 * @param difference why the two are not refused for the same reason; empty when they are
 */
record UrlCase(Side sqlite, Side postgres, String difference) {

    /** A password that nobody may repeat. */
    static final String SECRET = Canary.secret("of-a-hostile-url");

    private static final List<String> SQLITE_FILES =
            List.of("DIR/hostile.db", "sqlite:DIR/hostile.db", "file:DIR/hostile.db", "jdbc:sqlite:DIR/hostile.db");
    private static final List<String> POSTGRES_DATABASES = List.of(
            "postgres://u:SECRET@127.0.0.1:DOOR/d",
            "postgresql://u:SECRET@127.0.0.1:DOOR/d",
            "jdbc:postgresql://u:SECRET@127.0.0.1:DOOR/d");

    /**
     * What is written for one database.
     *
     * @param urls in every spelling of what is before the tail
     * @param reason a word of why each is refused
     */
    record Side(List<String> urls, String reason) {

        private static Side behind(List<String> beginnings, String tail, String reason) {
            return new Side(
                    beginnings.stream().map(beginning -> beginning + tail).toList(), reason);
        }
    }

    /** The same tail, refused for the same reason. */
    static UrlCase same(String tail, String reason) {
        return alike(tail, tail, reason);
    }

    /** A tail for each, with the same fault in an option that the other does not have. */
    static UrlCase alike(String ofSqlite, String ofPostgres, String reason) {
        return new UrlCase(
                Side.behind(SQLITE_FILES, ofSqlite, reason), Side.behind(POSTGRES_DATABASES, ofPostgres, reason), "");
    }

    /** The same tail, refused by each for its own reason. */
    static UrlCase differs(String tail, String onSqlite, String onPostgres, String difference) {
        return new UrlCase(
                Side.behind(SQLITE_FILES, tail, onSqlite),
                Side.behind(POSTGRES_DATABASES, tail, onPostgres),
                difference);
    }

    /** A whole URL for each, with the same intent. */
    static UrlCase twins(String ofSqlite, String onSqlite, String ofPostgres, String onPostgres, String difference) {
        return new UrlCase(
                new Side(List.of(ofSqlite), onSqlite), new Side(List.of(ofPostgres), onPostgres), difference);
    }

    /** What stands first for each of the two. */
    @Override
    public String toString() {
        return sqlite.urls().get(0) + " and " + postgres.urls().get(0);
    }
}
