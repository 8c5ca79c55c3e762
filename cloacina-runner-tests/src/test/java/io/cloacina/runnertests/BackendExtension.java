package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.runner.Verify;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives each test a database of its own; closes what it opened, and looks at the invariants after each that passed. */
final class BackendExtension implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        BackendSource source = context.getRequiredTestInstances()
                .findInstance(BackendSource.class)
                .orElseThrow(() -> new IllegalStateException("nobody says on which database this test runs"));
        chapter(context).begin(source.newBackend());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Chapter chapter = chapter(context);
        try (Backend backend = chapter.backend()) {
            chapter.closeRunners();
            if (context.getExecutionException().isEmpty() && !chapter.isSpoilt()) {
                assertThat(Verify.database(backend.url()).violations()).isEmpty();
            }
        }
    }

    private static Chapter chapter(ExtensionContext context) {
        return (Chapter) context.getRequiredTestInstance();
    }
}
