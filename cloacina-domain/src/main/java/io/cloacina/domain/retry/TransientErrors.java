package io.cloacina.domain.retry;

import static io.cloacina.domain.Arguments.given;

import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Tells errors that may be gone the next time from those that will not. An error is transient if it, or one of its
 * causes,
 *
 * <ul>
 *   <li>says so itself: it implements {@link TransientError}, as the time-out of a task does;
 *   <li>is a time-out or an interruption of the network: {@link TimeoutException}, {@link InterruptedIOException} (socket
 *       time-outs), {@link SocketException} (refused, reset, no route), {@link UnknownHostException}, {@link
 *       ClosedChannelException};
 *   <li>is, or extends, one of these of modules that the domain does without: {@code
 *       java.sql.SQLTransientException}, {@code java.sql.SQLRecoverableException}, {@code
 *       java.net.http.HttpTimeoutException};
 *   <li>has a message with one of these words: timeout, timed out, connection, network, temporar(y, ily), unavailable,
 *       busy, overloaded, rate limit. A guess, but libraries often leave nothing better. Not for an {@link Error} or the
 *       exceptions of plain programming mistakes (null, index, cast, argument, arithmetic): "connection is null" will
 *       not heal.
 * </ul>
 */
public final class TransientErrors {

    private static final List<Class<?>> CLASSES = List.of(
            TransientError.class,
            TimeoutException.class,
            InterruptedIOException.class,
            SocketException.class,
            UnknownHostException.class,
            ClosedChannelException.class);

    private static final Set<String> CLASS_NAMES = Set.of(
            "java.sql.SQLTransientException", "java.sql.SQLRecoverableException", "java.net.http.HttpTimeoutException");

    private static final List<Class<?>> MISTAKES = List.of(
            Error.class,
            NullPointerException.class,
            IndexOutOfBoundsException.class,
            ClassCastException.class,
            IllegalArgumentException.class,
            ArithmeticException.class);

    private static final List<String> WORDS = List.of(
            "timeout",
            "timed out",
            "connection",
            "network",
            "temporar",
            "unavailable",
            "busy",
            "overloaded",
            "rate limit");

    private TransientErrors() {}

    /** Whether the error may be gone the next time. */
    public static boolean isTransient(Throwable error) {
        Throwable given = given(error, "the error to judge", "give what the body threw");
        return Causes.of(given).stream().anyMatch(TransientErrors::isTransientItself);
    }

    private static boolean isTransientItself(Throwable error) {
        return isOneOf(CLASSES, error) || extendsNamed(error) || saysSo(error);
    }

    private static boolean isOneOf(List<Class<?>> classes, Throwable error) {
        return classes.stream().anyMatch(each -> each.isInstance(error));
    }

    /** By name, since the class may be of a module that is not there. Nothing is loaded. */
    private static boolean extendsNamed(Throwable error) {
        return Stream.<Class<?>>iterate(error.getClass(), Class::getSuperclass)
                .takeWhile(each -> each != Object.class)
                .anyMatch(each -> CLASS_NAMES.contains(each.getName()));
    }

    private static boolean saysSo(Throwable error) {
        String message = Causes.lowerCaseMessage(error);
        return !isOneOf(MISTAKES, error) && WORDS.stream().anyMatch(message::contains);
    }
}
