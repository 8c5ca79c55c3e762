package io.cloacina.domain.execution;

import static io.cloacina.domain.Arguments.given;

import io.cloacina.domain.RefusedArgumentException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identity of one execution: a UUID of version 7 (time-ordered), made by the application. */
public record ExecutionId(UUID value) implements Comparable<ExecutionId> {

    /** In full: the JDK would also take {@code 1-1-1-1-1}, and quotes what it does not take. */
    private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final String SUBJECT = "the id of an execution";
    private static final String REMEDY = "give the one that its handle or its record has";

    /** @throws RefusedArgumentException if the UUID is null */
    public ExecutionId {
        given(value, SUBJECT, REMEDY);
    }

    /**
     * Reads the text form that {@link #toString()} writes.
     *
     * @throws RefusedArgumentException if the text is not a UUID in full; it is not shown
     */
    public static ExecutionId of(String text) {
        if (!TEXT.matcher(given(text, SUBJECT, REMEDY)).matches()) {
            throw new RefusedArgumentException(
                    SUBJECT, "must be the 36 characters of a UUID, but was " + text.length() + " others", REMEDY);
        }
        return new ExecutionId(UUID.fromString(text));
    }

    /** Orders as the databases do: by the 16 bytes, unsigned. {@link UUID#compareTo} compares signed halves. */
    @Override
    public int compareTo(ExecutionId other) {
        given(other, SUBJECT, REMEDY);
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }

    /** Written out, as is the hash code: what a record makes by itself is linked at its first call, in milliseconds of every start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExecutionId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
