package io.cloacina.testsupport.canary;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails the test during which a secret came out, and at the end the whole run if one was in an exception. Found by JUnit in the modules
 * whose tests name it under {@code META-INF/services}.
 */
public final class CanaryWatch implements BeforeAllCallback, AfterEachCallback {

    private static final Namespace HERE = Namespace.create(CanaryWatch.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(HERE).getOrComputeIfAbsent(Session.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        requireSilence(Trap.empty());
    }

    private static void requireSilence(List<String> found) {
        if (!found.isEmpty()) {
            throw new AssertionError("A secret of the tests came out:\n" + String.join("\n", found));
        }
    }

    /** From the first test of this process to the last one. */
    static final class Session implements AutoCloseable {

        private final PrintedLines out;
        private final PrintedLines err;
        private final ThrownErrors thrown;

        Session() {
            Trap.empty();
            out = PrintedLines.listen(System.out, System::setOut);
            err = PrintedLines.listen(System.err, System::setErr);
            thrown = new ThrownErrors();
        }

        @Override
        public void close() throws IOException {
            out.close();
            err.close();
            thrown.close();
            requireSilence(Trap.empty());
        }
    }
}
