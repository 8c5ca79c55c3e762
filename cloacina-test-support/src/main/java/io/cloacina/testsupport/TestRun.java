package io.cloacina.testsupport;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * One run of some tests of one class, inside this JVM. Whoever uses it brings JUnit's launcher.
 *
 * @param tests how many ran to an end, good or bad
 * @param failures what failed, tests and what holds them
 */
public record TestRun(long tests, List<Failure> failures) {

    /**
     * What failed.
     *
     * @param test as it is displayed
     * @param isTest whether it is a test, and not what holds some
     */
    public record Failure(String test, boolean isTest, Throwable cause) {}

    public TestRun {
        failures = List.copyOf(failures);
    }

    /**
     * Runs them, one after the other.
     *
     * @param names how they begin: a method's name, what is displayed, or the name of the class that is their chapter; empty for all
     */
    public static TestRun of(Class<?> testClass, String names) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .filters((PostDiscoveryFilter) test -> FilterResult.includedIf(isNamed(test, names)))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        return new TestRun(
                summary.getTestsSucceededCount() + summary.getTestsFailedCount(),
                summary.getFailures().stream()
                        .map(failure -> new Failure(
                                failure.getTestIdentifier().getDisplayName(),
                                failure.getTestIdentifier().isTest(),
                                failure.getException()))
                        .toList());
    }

    private static boolean isNamed(TestDescriptor test, String names) {
        return test.getDisplayName().startsWith(names)
                || test.getLegacyReportingName().startsWith(names)
                || test.getParent()
                        .filter(chapter -> chapter.getLegacyReportingName().contains("$" + names))
                        .isPresent();
    }
}
