package io.cloacina.sabotages;

import io.cloacina.testsupport.TestRun;
import io.cloacina.testsupport.TestRun.Failure;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some tests of one test class, run in the build: at least one of them fails where a promise is broken. It fails by an assertion,
 * or with the words that are named here; a test that came to nothing else, such as a class that cannot be linked or a set-up
 * that throws, has not looked at the promise.
 *
 * @param testClass the class, by its name
 * @param tests how the names of the tests begin: a method's name, or the id of a rule of the contract
 * @param words what a failure says that is no assertion, and shows the broken promise all the same; empty if there is none
 */
record NamedTests(String testClass, String tests, Optional<String> words) implements Catcher {

    private static final String SQLITE = "io.cloacina.adapter.sqlite.SqliteStoreContractTest";
    private static final String POSTGRES = "io.cloacina.adapter.postgres.PostgresStoreContractTest";

    private static final int SHOWN = 200;

    /** Also in the text of an assertion, about an exception that is not the one it looks for. */
    private static final Pattern LINKAGE = Pattern.compile("java\\.lang\\.(NoSuch(Method|Field)|NoClassDefFound"
            + "|ExceptionInInitializer|AbstractMethod|IllegalAccess|IncompatibleClassChange|Verify)Error");

    NamedTests(String testClass, String tests) {
        this(testClass, tests, Optional.empty());
    }

    /** A rule of the contract, on SQLite. */
    static NamedTests sqliteRule(String rule) {
        return new NamedTests(SQLITE, rule + " ");
    }

    /** A rule of the contract, on PostgreSQL. */
    static NamedTests postgresRule(String rule) {
        return new NamedTests(POSTGRES, rule + " ");
    }

    /** The same tests, which may also throw something that says this. */
    NamedTests saying(String what) {
        return new NamedTests(testClass, tests, Optional.of(what));
    }

    @Override
    public Optional<Complaint> complaintAbout(Build build) {
        TestRun run = build.inside(() -> TestRun.of(build.type(testClass), tests));
        if (run.tests() == 0 && run.failures().isEmpty()) {
            throw new AssertionError("There is no test " + this + " any more. Bring this sabotage up to date.");
        }
        Optional<Failure> verdict =
                run.failures().stream().filter(this::isVerdict).findFirst();
        if (verdict.isEmpty() && !run.failures().isEmpty()) {
            Failure other = run.failures().get(0);
            throw new AssertionError(this + " came to no verdict: " + described(other), other.cause());
        }
        return verdict.map(failure -> new Complaint(described(failure), this));
    }

    private boolean isVerdict(Failure failure) {
        boolean isLinked = Stream.iterate(failure.cause(), Objects::nonNull, Throwable::getCause)
                .noneMatch(cause -> LINKAGE.matcher(String.valueOf(cause)).find());
        boolean isMeant = failure.cause() instanceof AssertionError
                || words.filter(String.valueOf(failure.cause())::contains).isPresent();
        return failure.isTest() && isLinked && isMeant;
    }

    private static String described(Failure failure) {
        String text = String.valueOf(failure.cause())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        return failure.test() + " failed: " + text.substring(0, Math.min(SHOWN, text.length()));
    }

    @Override
    public String toString() {
        return testClass.substring(testClass.lastIndexOf('.') + 1) + " " + tests.strip();
    }
}
