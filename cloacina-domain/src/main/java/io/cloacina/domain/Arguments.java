package io.cloacina.domain;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every public entry asks of its arguments, and the sentences that say so when it does not get it: each method gives
 * back what is acceptable, and throws {@link RefusedArgumentException} for the rest.
 *
 * <p>A subject names the argument and whose it is ({@code "the name of a workflow"}); a remedy is a clause ({@code "leave it
 * out for the default"}). Nothing is corrected silently, and no value but a number or a duration is shown.
 */
public final class Arguments {

    private Arguments() {}

    /** The value, which must not be null. */
    public static <T> T given(@Nullable T value, String subject, String remedy) {
        return given(value, () -> subject, remedy);
    }

    /** As {@link #given(Object, String, String)}, for a subject that is put together only when it is needed. */
    public static <T> T given(@Nullable T value, Supplier<String> subject, String remedy) {
        if (value == null) {
            throw new RefusedArgumentException(subject.get(), "must not be null", remedy);
        }
        return value;
    }

    /** The text, which must not be null, empty, or nothing but white space. */
    public static String notBlank(@Nullable String text, String subject, String remedy) {
        String present = given(text, subject, remedy);
        if (present.isBlank()) {
            throw new RefusedArgumentException(subject, "must not be blank", remedy);
        }
        return present;
    }

    /** A copy of the values. Neither the whole nor one of them must be null; of the latter, its number is said. */
    public static <T> List<T> allGiven(@Nullable Collection<? extends T> values, String subject, String remedy) {
        Collection<? extends T> present = given(values, subject, remedy);
        int number = 0;
        for (T value : present) {
            number++;
            if (value == null) {
                throw new RefusedArgumentException(subject + ", no. " + number + ",", "must not be null", remedy);
            }
        }
        return List.copyOf(present);
    }

    /** As {@link #allGiven(Collection, String, String)}, for the arguments of a method that takes any number of them. */
    public static <T> List<T> allGiven(T @Nullable [] values, String subject, String remedy) {
        return allGiven(Arrays.asList(given(values, subject, remedy)), subject, remedy);
    }

    /** The number, which must not be less than another one. */
    public static int atLeast(int least, int value, String subject) {
        if (value < least) {
            throw new RefusedArgumentException(
                    subject, "must be at least " + least + ", but was " + value, "choose a larger one");
        }
        return value;
    }

    /** The number, which must lie within bounds that belong to the range. */
    public static int within(int least, int most, int value, String subject) {
        if (value < least || value > most) {
            throw outside(least, most, value, subject);
        }
        return value;
    }

    /** The duration, which must not be null and must lie within bounds that belong to the range. */
    public static Duration within(Duration least, Duration most, @Nullable Duration value, String subject) {
        Duration given = given(value, subject, "choose one from " + least + " to " + most);
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw outside(least, most, given, subject);
        }
        return given;
    }

    private static RefusedArgumentException outside(Object least, Object most, Object value, String subject) {
        return new RefusedArgumentException(
                subject, "must be " + least + " to " + most + ", but was " + value, "choose one within these bounds");
    }
}
