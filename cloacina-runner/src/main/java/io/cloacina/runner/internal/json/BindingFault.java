package io.cloacina.runner.internal.json;

import io.cloacina.domain.context.DataBindingException;
import io.cloacina.domain.json.PayloadPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Says why an object and its JSON did not come together, with types and places but without values: messages of Jackson,
 * of the JDK's parsers and of constructors quote what they were given. Where user code threw, its stack trace is kept.
 */
final class BindingFault {

    private BindingFault() {}

    static DataBindingException writing(Class<?> type, RuntimeException e) {
        return fault("An object of " + type.getName() + " cannot be turned into JSON", e);
    }

    static DataBindingException reading(Class<?> type, RuntimeException e) {
        return fault("JSON cannot be read as " + type.getName(), e);
    }

    private static DataBindingException fault(String subject, RuntimeException e) {
        PayloadPath path = e instanceof JacksonException jackson ? path(jackson) : PayloadPath.ROOT;
        Throwable root = root(e);
        String place = path.toString().isEmpty() ? "" : " at " + path;
        return new DataBindingException(subject + place + ": " + reason(e, root), withoutMessage(root));
    }

    private static PayloadPath path(JacksonException e) {
        PayloadPath path = PayloadPath.ROOT;
        for (JacksonException.Reference step : e.getPath()) {
            @Nullable String name = step.getPropertyName();
            path = name == null ? path.index(Math.max(0, step.getIndex())) : path.key(name);
        }
        return path;
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String reason(RuntimeException e, Throwable root) {
        if (root instanceof Refusal refusal) {
            return refusal.reason();
        } else if (root instanceof StreamConstraintsException) {
            return "it is too deep or too large, or contains itself";
        } else if (!(root instanceof JacksonException)) {
            return root.getClass().getName() + " was thrown on the way";
        } else if (e instanceof InvalidDefinitionException definition && definition.getType() != null) {
            return "Jackson knows no way for " + definition.getType().toCanonical()
                    + "; give it a constructor and accessors, or annotate it";
        } else if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "what stands there does not fit " + mismatch.getTargetType().getName();
        }
        return "Jackson refused it with " + root.getClass().getSimpleName();
    }

    /** The place where user code threw, for whoever debugs; its message may quote a value and is left out. */
    private static @Nullable Throwable withoutMessage(Throwable root) {
        if (root instanceof JacksonException || root instanceof Refusal) {
            return null;
        }
        DataBindingException place = new DataBindingException(
                root.getClass().getName() + " (its message is left out, it may quote a value)");
        place.setStackTrace(root.getStackTrace());
        return place;
    }

    /** Thrown inside Jackson by our own additions; the reason holds no value. Jackson swallows IllegalArgumentException. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Refusal(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
