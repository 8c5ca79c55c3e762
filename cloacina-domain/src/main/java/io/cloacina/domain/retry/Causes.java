package io.cloacina.domain.retry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An error and what caused it, for code that must not trust either. */
final class Causes {

    /** Chains are short; one that is longer, or runs in a circle, is cut here. */
    private static final int MOST = 50;

    private Causes() {}

    /** The error, its cause, the cause of that, …; never empty. */
    static List<Throwable> of(Throwable error) {
        List<Throwable> causes = new ArrayList<>();
        for (@Nullable Throwable each = error; each != null && causes.size() < MOST; each = each.getCause()) {
            causes.add(each);
        }
        return causes;
    }

    /** The message in lower case; empty when there is none. */
    static String lowerCaseMessage(Throwable error) {
        String message = message(error);
        return message == null ? "" : message.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String message(Throwable error) {
        try {
            return error.getMessage();
        } catch (RuntimeException brokenMessage) {
            return null; // an error that cannot even say what it is matches no text; it is reported as itself elsewhere
        }
    }
}
