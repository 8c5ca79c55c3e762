package io.cloacina.runner.internal.error;

import io.cloacina.runner.ErrorTextSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns any {@link Throwable} of a task body into the text that is stored: class name and message, then the same of each
 * cause. The error is user code and may be hostile: messages of any size, causes in a circle or without end, methods that
 * throw. The text is bounded, free of what a database refuses, and has passed the redactor. Thread-safe.
 */
public final class ErrorText {

    private static final int MAX_CAUSES = 10;
    private static final int WINDOWS = 4;

    private final ErrorTextSettings settings;
    private final TextBound bound;

    public ErrorText(ErrorTextSettings settings) {
        this.settings = settings;
        this.bound = new TextBound(settings.maxBytes());
    }

    /** The text of an error: never empty, at most {@link ErrorTextSettings#maxBytes()} long in UTF-8. */
    public String of(Throwable error) {
        List<Throwable> chain = chain(error);
        return bound.cut(redacted(describe(chain, true), describe(chain, false)));
    }

    /** The same bound and redaction for a text, such as a reason. */
    public String of(String text) {
        return bound.cut(redacted(window(text), "(text withheld: the redactor failed)"));
    }

    private static List<Throwable> chain(Throwable error) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        @Nullable Throwable next = error;
        while (next != null && chain.size() <= MAX_CAUSES && seen.add(next)) {
            chain.add(next);
            next = causeOf(next);
        }
        return chain;
    }

    /** A cause that cannot be told is told instead. */
    private static @Nullable Throwable causeOf(Throwable error) {
        try {
            return error.getCause();
        } catch (Throwable hostile) {
            return hostile;
        }
    }

    private String describe(List<Throwable> chain, boolean withMessages) {
        StringBuilder text = new StringBuilder();
        for (Throwable error : chain) {
            text.append(text.isEmpty() ? "" : "\nCaused by: ")
                    .append(error.getClass().getName());
            if (withMessages) {
                text.append(messageOf(error));
            }
        }
        return text.toString();
    }

    private String messageOf(Throwable error) {
        try {
            @Nullable String message = error.getMessage();
            return message == null || message.isEmpty() ? "" : ": " + window(message);
        } catch (Throwable hostile) {
            return ": (no message: getMessage() threw " + hostile.getClass().getName() + ")";
        }
    }

    /** Longer than what is kept, so that the redactor sees a secret whole that the cut would halve. */
    private String window(String text) {
        int length = WINDOWS * settings.maxBytes();
        return text.length() <= length ? text : text.substring(0, length);
    }

    private String redacted(String text, String withoutMessages) {
        try {
            @Nullable String redacted = settings.redactor().apply(text);
            return redacted == null ? withoutMessages : redacted;
        } catch (RuntimeException | Error failed) {
            return withoutMessages + "\n(messages withheld: the redactor threw "
                    + failed.getClass().getName() + ")";
        }
    }
}
