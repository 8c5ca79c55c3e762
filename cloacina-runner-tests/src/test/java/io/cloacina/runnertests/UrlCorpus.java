package io.cloacina.runnertests;

import static io.cloacina.runnertests.UrlCase.alike;
import static io.cloacina.runnertests.UrlCase.differs;
import static io.cloacina.runnertests.UrlCase.same;
import static io.cloacina.runnertests.UrlCase.twins;

import java.util.List;
import java.util.stream.Stream;

/** Hostile URLs; {@link UrlCase} says what the words in capitals stand for. */
final class UrlCorpus {

    private static final String ONLY_POSTGRES =
            "only PostgreSQL's driver has the option, and we say why we do not pass it on";
    private static final String ONLY_SQLITE =
            "only SQLite's driver has the option, and we say why we do not pass it on";
    private static final String BOUNDS_OF_POSTGRES = "only PostgreSQL's adapter has the option, and it has bounds";
    private static final String BOUNDS_OF_SQLITE = "only SQLite's adapter has the option, and it has bounds";

    private UrlCorpus() {}

    /** All of them. */
    static List<UrlCase> all() {
        return Stream.of(
                        names(),
                        values(),
                        classes(),
                        driversOfPostgres(),
                        schemas(),
                        boundsOfPostgres(),
                        driversOfSqlite(),
                        boundsOfSqlite(),
                        characters(),
                        places())
                .flatMap(List::stream)
                .toList();
    }

    /** Whole URLs of no database of ours, at which no adapter may take part. */
    static List<String> foreign() {
        return List.of(
                "http://127.0.0.1:DOOR/x.db",
                "https://u:SECRET@127.0.0.1:DOOR/x.db",
                "ftp://127.0.0.1:DOOR/x.db",
                "jar:http://127.0.0.1:DOOR/x.jar!/y",
                "ldap://127.0.0.1:DOOR/x",
                "jndi:ldap://127.0.0.1:DOOR/x",
                "rmi://127.0.0.1:DOOR/x",
                "java:comp/env/jdbc/x",
                "classpath:x.db",
                "data:text/plain,x",
                "jdbc:",
                "jdbc:file:DIR/hostile.db",
                "jdbc:jdbc:sqlite:DIR/hostile.db",
                "jdbc:jdbc:postgresql://u:SECRET@127.0.0.1:DOOR/d",
                "mysql://u:SECRET@127.0.0.1:DOOR/d",
                "jdbc:mysql://127.0.0.1:DOOR/d?user=u&password=SECRET&autoDeserialize=true",
                "jdbc:h2:tcp://127.0.0.1:DOOR/x;PASSWORD=SECRET;INIT=RUNSCRIPT FROM 'http://127.0.0.1:DOOR/x'",
                "jdbc:oracle:thin:u/SECRET@127.0.0.1:DOOR:d",
                "jdbc:sqlserver://127.0.0.1:DOOR;user=u;password=SECRET",
                "sqlite3:DIR/hostile.db",
                "app:SECRET@127.0.0.1:DOOR/d",
                "my-app:1:SECRET@127.0.0.1:DOOR/d",
                "postgresqls://u:SECRET@127.0.0.1:DOOR/d");
    }

    /** Right on SQLite, and together: PostgreSQL has no file that is opened so, no journal to choose, and waits for locks by itself. */
    static List<String> onSqliteOnly() {
        return List.of("mode=rwc", "_journal_mode=DELETE", "synchronous=NORMAL", "_busy_timeout=500");
    }

    /** Right on PostgreSQL, and together: SQLite has no server to connect to, to listen to or to be named on. */
    static List<String> onPostgresOnly() {
        return List.of("poolSize=2", "connect_timeout=5", "applicationName=x", "listen=off");
    }

    private static List<UrlCase> names() {
        return List.of(
                same("?flavour=vanilla", "'flavour' is unknown"),
                same("?flavour=SECRET", "'flavour' is unknown"),
                same("?flavour=x?y=z", "'flavour' is unknown"),
                same("?flavour==x", "'flavour' is unknown"),
                same("?flavour=http://127.0.0.1:DOOR/x", "'flavour' is unknown"),
                same("?flavour=x&socketFactory=x&load_extension=x", "'flavour' is unknown"),
                same("?ENABLE_LOAD_EXTENSION=true", "'ENABLE_LOAD_EXTENSION' is unknown"),
                same("?SECRET=x", "not made of letters"),
                same("?%73ocketFactory=java.io.File", "not made of letters"),
                same("?load%5Fextension=x", "not made of letters"),
                same("?flavour%00=x", "not made of letters"),
                same("?jdbc.explicit_readonly=true", "not made of letters"),
                same("?fl\u0430vour=x", "not made of letters"),
                same("?" + "n".repeat(41) + "=x", "not made of letters"),
                same("?=SECRET", "not made of letters"),
                same("?flavour", "has no value"),
                same("?SECRET", "has no value"),
                same("?&flavour=x", "has no value"),
                same("?flavour=LONG", "longer than 4096"),
                same("?LONG=x", "longer than 4096"));
    }

    /** The same fault in an option that each adapter knows. */
    private static List<UrlCase> values() {
        return List.of(
                alike("?mode=rw%", "?schema=rw%", "two hex digits"),
                alike("?mode=rw%2", "?schema=rw%2", "two hex digits"),
                alike("?mode=%zz", "?schema=%zz", "two hex digits"),
                alike("?mode=rwc%00", "?schema=rwc%00", "control character"),
                alike("?mode=rwc%0A", "?schema=rwc%0A", "control character"),
                alike("?mode=rwc%C2%85", "?schema=rwc%C2%85", "control character"),
                alike("?mode=%FF", "?schema=%FF", "not UTF-8"),
                alike("?mode=%C0%80", "?schema=%C0%80", "not UTF-8"),
                alike("?mode=", "?schema=", "is empty"),
                alike("?mode=rwc&mode=rwc", "?schema=a&schema=a", "given twice"),
                alike("?journal_mode=WAL&_journal_mode=WAL", "?poolSize=5&pool_size=5", "given twice"),
                alike("?mode=rwc&SECRET", "?schema=a&SECRET", "has no value"),
                alike("?mode=rwc&SECRET=x", "?schema=a&SECRET=x", "not made of letters"),
                alike("?mode=rwc&", "?schema=a&", "has no value"),
                alike("?mode=rwc&flavour=x", "?schema=a&flavour=x", "'flavour' is unknown"));
    }

    private static List<UrlCase> classes() {
        return Stream.of(
                        "socketFactory",
                        "SOCKETFACTORY",
                        "socket_factory",
                        "socketFactoryArg",
                        "sslfactory",
                        "sslfactoryarg",
                        "sslhostnameverifier",
                        "sslpasswordcallback",
                        "authenticationPluginClassName",
                        "xmlFactoryFactory",
                        "connectExecutor",
                        "jaasApplicationName",
                        "gsslib")
                .map(name -> differs(
                        "?" + name + "=java.io.FileOutputStream",
                        "'" + name + "' is unknown",
                        "load a class by name",
                        ONLY_POSTGRES))
                .toList();
    }

    private static List<UrlCase> driversOfPostgres() {
        return List.of(
                differs("?loggerFile=DIR%2Fx.jsp&loggerLevel=TRACE", "is unknown", "write to a file", ONLY_POSTGRES),
                differs("?options=-c%20search_path=evil", "is unknown", "own setting", ONLY_POSTGRES),
                differs("?stringtype=unspecified", "is unknown", "own setting", ONLY_POSTGRES),
                differs("?preferQueryMode=simple", "is unknown", "own setting", ONLY_POSTGRES),
                differs("?currentSchema=evil", "is unknown", "no search path", ONLY_POSTGRES),
                differs("?service=other", "is unknown", "elsewhere", ONLY_POSTGRES),
                differs("?passfile=DIR%2Fx", "is unknown", "elsewhere", ONLY_POSTGRES),
                differs("?ssl=false", "is unknown", "sslmode", ONLY_POSTGRES));
    }

    private static List<UrlCase> schemas() {
        String why = "SQLite has no schemas, and PostgreSQL's have names";
        return Stream.of(
                        "a%22%3B%20drop%20schema%20public%3B%20--",
                        "a.b", "Tenant", "%27", "1a", "n".repeat(64), "pg_x")
                .map(name -> differs("?schema=" + name, "SQLite has no schemas", "schema", why))
                .toList();
    }

    private static List<UrlCase> boundsOfPostgres() {
        return List.of(
                differs("?poolSize=-5", "is unknown", "from 2 to 200", BOUNDS_OF_POSTGRES),
                differs("?poolSize=99999999999999999999", "is unknown", "from 2 to 200", BOUNDS_OF_POSTGRES),
                differs("?socketTimeout=0", "is unknown", "from 3 to 3600", BOUNDS_OF_POSTGRES),
                differs("?sslmode=DISABLE", "is unknown", "'sslmode' is none of", BOUNDS_OF_POSTGRES),
                differs("?sslrootcert=DIR%2Fno.pem", "is unknown", "'sslrootcert'", BOUNDS_OF_POSTGRES),
                differs("?directHost=127.0.0.1%2Fx", "is unknown", "'directHost'", BOUNDS_OF_POSTGRES),
                differs("?user=SECRET", "is unknown", "before the host", BOUNDS_OF_POSTGRES),
                differs("?password=SECRET&user=u", "is unknown", "before the host", BOUNDS_OF_POSTGRES),
                differs("?password=a&SECRETly=b", "is unknown", "not made of letters", BOUNDS_OF_POSTGRES),
                differs("?password=a&rest=b", "is unknown", "what follows the password", BOUNDS_OF_POSTGRES));
    }

    private static List<UrlCase> driversOfSqlite() {
        return List.of(
                differs("?enable_load_extension=true", "foreign code", "is unknown", ONLY_SQLITE),
                differs("?load_extension=DIR%2Fevil.so", "foreign code", "is unknown", ONLY_SQLITE),
                differs("?vfs=unix-none", "opened as the system does it", "is unknown", ONLY_SQLITE),
                differs("?immutable=1", "the file changes", "is unknown", ONLY_SQLITE),
                differs("?nolock=1", "keeps it whole", "is unknown", ONLY_SQLITE),
                differs("?cache=shared", "shared cache", "is unknown", ONLY_SQLITE),
                differs("?transaction_mode=DEFERRED", "begins its transactions itself", "is unknown", ONLY_SQLITE),
                differs("?date_class=INTEGER", "converts times itself", "is unknown", ONLY_SQLITE));
    }

    private static List<UrlCase> boundsOfSqlite() {
        return List.of(
                differs("?mode=SECRET", "value of the option 'mode'", "'mode' is unknown", BOUNDS_OF_SQLITE),
                differs("?mode=memory", "has no name", "is unknown", BOUNDS_OF_SQLITE),
                differs("?_journal_mode=OFF", "value of the option", "is unknown", BOUNDS_OF_SQLITE),
                differs("?_journal_mode=MEMORY", "lost in a crash", "is unknown", BOUNDS_OF_SQLITE),
                differs("?_synchronous=OFF", "destroy the file", "is unknown", BOUNDS_OF_SQLITE),
                differs("?_foreign_keys=off", "always enforced", "is unknown", BOUNDS_OF_SQLITE),
                differs("?_busy_timeout=99999999999", "not between 1", "is unknown", BOUNDS_OF_SQLITE));
    }

    private static List<UrlCase> characters() {
        String blanks = "a file may have a blank in its name, a URL of PostgreSQL none";
        String strokes =
                "a # is refused anywhere in a URL of PostgreSQL, and where the file's name is in one of SQLite";
        return List.of(
                differs("?flavour=xNULy", "a control character", "a blank or a control character", blanks),
                differs("?flaNULvour=x", "a control character", "a blank or a control character", blanks),
                differs("?flavour=xNEWLINESECRET", "a control character", "a blank or a control character", blanks),
                differs("?flavour=x y", "'flavour' is unknown", "a blank or a control character", blanks),
                differs("?flavour=x#SECRET", "'flavour' is unknown", "a #", strokes),
                twins(
                        "file:///DIR/a.db#SECRET",
                        "contains a #",
                        "postgres://u:#SECRET@127.0.0.1:DOOR/d",
                        "contains a #",
                        ""));
    }

    /** What stands where the database is named. */
    private static List<UrlCase> places() {
        String why = "a file is not named as a database on a server is";
        return List.of(
                twins(
                        ":resource:http://127.0.0.1:DOOR/SECRET.db",
                        "expected is none",
                        "postgres::resource:http://127.0.0.1:DOOR/SECRET",
                        "'//'",
                        why),
                twins(
                        "jdbc:sqlite::resource:jar:http://127.0.0.1:DOOR/x.jar!/y",
                        "expected is none",
                        "jdbc:postgresql::resource:jar:http://127.0.0.1:DOOR/x.jar!/y",
                        "'//'",
                        why),
                twins(
                        "sqlite:%3Aresource%3Ahttp://127.0.0.1:DOOR/x.db",
                        "expected is none", "postgres://%3Aresource%3Ahttp%3A127.0.0.1:DOOR/d", "host and port", why),
                twins(
                        "jdbc:sqlite:JDBC:sqlite:http://127.0.0.1:DOOR/x.db",
                        "expected is none",
                        "jdbc:postgresql:JDBC:postgresql://127.0.0.1:DOOR/d",
                        "'//'",
                        why),
                twins(
                        "jdbc:sqlite:http://127.0.0.1:DOOR/SECRET.db",
                        "expected is none",
                        "postgres:http://127.0.0.1:DOOR/SECRET",
                        "'//'",
                        why),
                twins(
                        "sqlite://u:SECRET@127.0.0.1:DOOR/x.db",
                        "a user or a port",
                        "postgres://u:SECRET/@127.0.0.1:DOOR/d",
                        "host and port",
                        why),
                twins(
                        "file://127.0.0.1:DOOR/SECRET.db",
                        "another machine",
                        "postgres://u:SECRET@127.0.0.1:DOOR,127.0.0.1:DOOR/d",
                        "several hosts",
                        why),
                twins(
                        "file://u:SECRET@127.0.0.1/x.db",
                        "another machine",
                        "postgres://u:1/SECRET@127.0.0.1:DOOR",
                        "/ or @",
                        why),
                twins(
                        "sqlite:///DIR/a%2",
                        "the path has a %", "postgres://u:SECRET@127.0.0.1:DOOR/d%2", "the database name has a %", why),
                twins(
                        "sqlite:///DIR/a%00.db",
                        "control character", "postgres://u:SECRET@127.0.0.1:DOOR/d%00", "control character", why),
                twins(
                        "sqlite:///DIR/a%FF.db",
                        "not UTF-8", "postgres://u:SECRET%FF@127.0.0.1:DOOR/d", "not UTF-8", why),
                twins(
                        "sqlite:///DIR/a%3Fmode=ro",
                        "contains a ?", "postgres://u:SECRET@127.0.0.1%3Fssl=x:DOOR/d", "host and port", why),
                twins(
                        "jdbc:sqlite:?mode=rwc",
                        "names no file",
                        "postgres://u:SECRET@127.0.0.1:DOOR/?schema=a",
                        "names no database",
                        why));
    }
}
