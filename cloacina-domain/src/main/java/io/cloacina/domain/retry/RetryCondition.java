package io.cloacina.domain.retry;

import java.util.List;
import java.util.Locale;

/**
 * Which errors of a task are worth another try. A lambda will do; it is called outside any transaction, maybe by several
 * threads at once.
 */
@FunctionalInterface
public interface RetryCondition {

    /** Whether another try may follow this error of the body. */
    boolean allows(Throwable error);

    /** Every error. The default of every policy. */
    static RetryCondition all() {
        return error -> true;
    }

    /** No error. */
    static RetryCondition never() {
        return error -> false;
    }

    /** Errors that may be gone the next time, as {@link TransientErrors} tells them. */
    static RetryCondition transientErrors() {
        return TransientErrors::isTransient;
    }

    /**
     * Errors of one of these classes, or caused by one.
     *
     * @throws IllegalArgumentException if no class is given
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, never written to
    static RetryCondition exceptions(Class<? extends Throwable>... classes) {
        List<Class<? extends Throwable>> kinds = List.of(classes);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException(
                    "At least one class of errors must be given; to retry none, use never().");
        }
        return error ->
                Causes.of(error).stream().anyMatch(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    /**
     * Errors whose message, or that of a cause, contains one of these texts; upper and lower case are one.
     *
     * @throws IllegalArgumentException if no text is given or one is blank
     */
    static RetryCondition messageContaining(String... texts) {
        List<String> patterns = List.of(texts).stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
        if (patterns.isEmpty() || patterns.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("At least one text must be given, and none may be blank.");
        }
        return error -> Causes.of(error).stream()
                .map(Causes::lowerCaseMessage)
                .anyMatch(message -> patterns.stream().anyMatch(message::contains));
    }
}
