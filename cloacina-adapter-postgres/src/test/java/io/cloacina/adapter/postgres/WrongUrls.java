package io.cloacina.adapter.postgres;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cloacina.testsupport.canary.Canary;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * URLs that must be refused before anything is opened, in ways that only this adapter knows, each with a word of the reason. {@code DOOR}
 * stands for a listening port, {@code SECRET} for a password. What every adapter has to refuse is in {@code UrlCorpus} of the runner's tests.
 */
final class WrongUrls {

    /** A password that no message may contain, in whatever place a slip of the pen has put it. */
    static final String SECRET = Canary.secret("of-a-url");

    private static final String GOOD = "postgres://u:SECRET@127.0.0.1:DOOR/d";

    private WrongUrls() {}

    /** What somebody would write. */
    static String url(String template, int door) {
        return template.replace("DOOR", Integer.toString(door)).replace("SECRET", SECRET);
    }

    static Stream<Arguments> all() {
        return Stream.of(shape(), credentials(), options()).flatMap(s -> s);
    }

    private static Stream<Arguments> shape() {
        return Stream.of(
                arguments("", "empty"),
                arguments("   ", "empty"),
                arguments("mysql://u:SECRET@127.0.0.1:DOOR/d", "no known scheme"),
                arguments("http://127.0.0.1:DOOR/d", "no known scheme"),
                arguments("jdbc:mysql://127.0.0.1:DOOR/d", "no known scheme"),
                arguments("127.0.0.1:DOOR", "no known scheme"),
                arguments("orders.db", "cloacina-adapter-sqlite"),
                arguments("orders.db?mode=rwc&_journal_mode=WAL", "cloacina-adapter-sqlite"),
                arguments(":memory:", "cloacina-adapter-sqlite"),
                arguments("jdbc:sqlite:orders.db", "cloacina-adapter-sqlite"),
                arguments("sqlite://orders", "cloacina-adapter-sqlite"),
                arguments("postgres:", "//"),
                arguments("postgres:d", "//"),
                arguments("postgres:///", "no database"),
                arguments("postgres://u:SECRET@127.0.0.1:DOOR", "no database"),
                arguments("postgres://u:SECRET@127.0.0.1:DOOR/?sslmode=require", "no database"),
                arguments("postgres://u:SECRET@127.0.0.1:DOOR/" + "d".repeat(64), "63 bytes"),
                arguments("postgres://u:SECRET@127.0.0.1:DOOR/a/b", "/ or @"),
                arguments("postgres://u:SECRET@127.0.0.1:99999/d", "65535"),
                arguments("postgres://u:SECRET@127.0.0.1:0/d", "65535"),
                arguments("postgres://u:SECRET@127.0.0.1:port/d", "host and port"),
                arguments("postgres://u:SECRET@[127.0.0.1:DOOR/d", "host and port"),
                arguments("postgres://u:SECRET@[::1]x:DOOR/d", "host and port"),
                arguments("postgres://u:SECRET@%2Fvar%2Frun:DOOR/d", "host and port"),
                arguments("postgres://u:SECRET@127.0.0.1:DOOR,127.0.0.1:DOOR/d", "several hosts"),
                arguments("postgres://u:SECRET@127.0.0.1:DOOR/d\n", "control character"),
                arguments("postgres://u:SECRET@127.0.0.1:DOOR/d d", "blank"));
    }

    private static Stream<Arguments> credentials() {
        return Stream.of(
                arguments("postgres://127.0.0.1:DOOR/d", "no user"),
                arguments("jdbc:postgresql:d", "no user"),
                arguments("postgres://u:SECRET/@127.0.0.1:DOOR/d", "host and port"),
                arguments("postgres://u:1/SECRET@127.0.0.1:DOOR", "/ or @"),
                arguments("postgres://u:#SECRET@127.0.0.1:DOOR/d", "#"),
                arguments("postgres://u:SECRET%@127.0.0.1:DOOR/d", "two hex digits"),
                arguments("postgres://u:SECRET%f@127.0.0.1:DOOR/d", "two hex digits"),
                arguments("postgres://u:SECRET%00@127.0.0.1:DOOR/d", "control character"),
                arguments("postgres://u:SECRET%ff@127.0.0.1:DOOR/d", "UTF-8"),
                arguments(GOOD + "?user=v", "'user' is given before the host"),
                arguments(GOOD + "?password=SECRET", "'password' is given before the host"),
                arguments("postgres://u@127.0.0.1:DOOR/d?password=x&SECRET", "no value"),
                arguments("postgres://u@127.0.0.1:DOOR/d?password=x&SECRET=y", "not made of letters"),
                arguments("postgres://u@127.0.0.1:DOOR/d?password=x&flavour=y", "what follows the password"),
                arguments("postgres://u@127.0.0.1:DOOR/d?pass_word=x&flavour=y", "what follows the password"));
    }

    private static Stream<Arguments> options() {
        return Stream.of(
                arguments(GOOD + "?ssl_mode=verify-ful", "'sslmode' is none of"),
                arguments(GOOD + "?sslrootcert=%2Fno%2Fsuch%2Ffile", "'sslrootcert'"),
                arguments(GOOD + "?channelBinding=maybe", "'channelBinding'"),
                arguments(GOOD + "?connectTimeout=0", "from 1 to 300"),
                arguments(GOOD + "?connectTimeout=1s", "from 1 to 300"),
                arguments(GOOD + "?poolSize=1", "from 2 to 200"),
                arguments(GOOD + "?schema=pg_catalog", "belongs to the database"),
                arguments(GOOD + "?schema=information_schema", "belongs to the database"),
                arguments(GOOD + "?schema=Orders", "lower-case"),
                arguments(GOOD + "?schema=a%22%3B%20drop%20table%20x", "lower-case"),
                arguments(GOOD + "?applicationName=%C3%A9t%C3%A9", "'applicationName'"),
                arguments(GOOD + "?pooler=session", "'pooler'"),
                arguments(GOOD + "?listen=maybe", "'listen'"),
                arguments(GOOD + "?directHost=a%2Fb", "'directHost'"),
                arguments(GOOD + "?directPort=70000", "'directPort'"));
    }
}
