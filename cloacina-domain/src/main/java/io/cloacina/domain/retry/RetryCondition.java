package io.cloacina.domain.retry;

import static io.cloacina.domain.Arguments.allGiven;

import io.cloacina.domain.RefusedArgumentException;
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
     * @throws RefusedArgumentException if no class is given or one is null
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied, never written to
    static RetryCondition exceptions(Class<? extends Throwable>... classes) {
        List<Class<? extends Throwable>> kinds = allGiven(classes, "the errors to retry", "name classes of errors");
        if (kinds.isEmpty()) {
            throw new RefusedArgumentException(
                    "the errors to retry", "must be at least one class", "say never() to retry none");
        }
        return error ->
                Causes.of(error).stream().anyMatch(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    /**
     * Errors whose message, or that of a cause, contains one of these texts; upper and lower case are one.
     *
     * @throws RefusedArgumentException if no text is given, or one is null or blank
     */
    static RetryCondition messageContaining(String... texts) {
        List<String> patterns = allGiven(texts, "the texts to look for", "give parts of messages").stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
        if (patterns.isEmpty() || patterns.stream().anyMatch(String::isBlank)) {
            throw new RefusedArgumentException(
                    "the texts to look for", "must be at least one, and none blank", "say all() to retry every error");
        }
        return error -> Causes.of(error).stream()
                .map(Causes::lowerCaseMessage)
                .anyMatch(message -> patterns.stream().anyMatch(message::contains));
    }
}
