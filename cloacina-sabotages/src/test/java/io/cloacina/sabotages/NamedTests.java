package io.cloacina.sabotages;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Optional;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Some tests of one test class, run in the build: at least one of them fails where a promise is broken.
 *
 * @param testClass the class, by its name
 * @param tests how the names of the tests begin: a method's name, or the id of a rule of the contract
 */
record NamedTests(String testClass, String tests) implements Catcher {

    private static final String SQLITE = "io.cloacina.adapter.sqlite.SqliteStoreContractTest";
    private static final String POSTGRES = "io.cloacina.adapter.postgres.PostgresStoreContractTest";

    /** A rule of the contract, on SQLite. */
    static NamedTests sqliteRule(String rule) {
        return new NamedTests(SQLITE, rule + " ");
    }

    /** A rule of the contract, on PostgreSQL. */
    static NamedTests postgresRule(String rule) {
        return new NamedTests(POSTGRES, rule + " ");
    }

    @Override
    public Optional<String> complaintAbout(Build build) {
        TestExecutionSummary summary = build.inside(() -> run(build));
        if (summary.getTestsFoundCount() == 0) {
            throw new AssertionError("There is no test " + this + " any more. Bring this sabotage up to date.");
        }
        return summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName() + " failed: " + firstLine(failure))
                .findFirst();
    }

    private TestExecutionSummary run(Build build) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(build.type(testClass)))
                .filters((PostDiscoveryFilter) this::included)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private FilterResult included(TestDescriptor test) {
        boolean named = test.getDisplayName().startsWith(tests)
                || test.getLegacyReportingName().startsWith(tests);
        return FilterResult.includedIf(named);
    }

    private static String firstLine(TestExecutionSummary.Failure failure) {
        String text = String.valueOf(failure.getException());
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse(text);
    }

    @Override
    public String toString() {
        return testClass.substring(testClass.lastIndexOf('.') + 1) + " " + tests.strip();
    }
}
