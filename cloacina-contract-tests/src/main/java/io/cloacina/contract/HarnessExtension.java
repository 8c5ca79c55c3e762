package io.cloacina.contract;

import io.cloacina.domain.CloacinaException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives each test its own database, looks at the invariants after each test that passed, and puts the rule's id into each
 * failure.
 */
final class HarnessExtension implements BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {

    @Override
    public void beforeEach(ExtensionContext context) {
        StoreContract contract = context.getRequiredTestInstances()
                .findInstance(StoreContract.class)
                .orElseThrow(() -> new IllegalStateException("a chapter is run as part of a StoreContract only"));
        chapter(context).begin(contract.newHarness());
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof AssertionError || failure instanceof CloacinaException) {
            throw new AssertionError(ruleOf(context) + ": " + failure.getMessage(), failure);
        }
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try (StoreHarness harness = chapter(context).harness()) {
            if (context.getExecutionException().isEmpty()) {
                harness.checkInvariants();
            }
        }
    }

    private static Chapter chapter(ExtensionContext context) {
        return (Chapter) context.getRequiredTestInstance();
    }

    private static String ruleOf(ExtensionContext context) {
        Rule rule = context.getRequiredTestMethod().getAnnotation(Rule.class);
        return rule == null ? context.getDisplayName() : rule.value();
    }
}
