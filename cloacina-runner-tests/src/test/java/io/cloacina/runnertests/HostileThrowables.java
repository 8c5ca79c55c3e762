package io.cloacina.runnertests;

import io.cloacina.domain.task.TaskBody;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/** Whatever a body can throw, by a name. Each body throws anew, as user code does. */
final class HostileThrowables {

    private HostileThrowables() {}

    /** Bodies by the beginning of the reason that is stored. */
    static Map<String, TaskBody> byReason() {
        Map<String, TaskBody> bodies = new LinkedHashMap<>();
        bodies.put("java.lang.IllegalStateException: plain", thrown(new IllegalStateException("plain")));
        bodies.put("java.io.IOException: sneaky", context -> sneak(new IOException("sneaky")));
        bodies.put("java.lang.Error: error", thrown(new Error("error")));
        bodies.put("java.lang.AssertionError: assertion", thrown(new AssertionError("assertion")));
        bodies.put("java.lang.StackOverflowError", context -> overflow(0));
        bodies.put("java.lang.OutOfMemoryError: thrown", thrown(new OutOfMemoryError("thrown")));
        bodies.put("java.lang.OutOfMemoryError: Requested array size", context -> allocate());
        bodies.put("java.lang.ThreadDeath", thrown(new ThreadDeath()));
        bodies.put("java.lang.NoClassDefFoundError: gone", thrown(new NoClassDefFoundError("gone")));
        bodies.put("java.lang.ExceptionInInitializerError: broken", thrown(new ExceptionInInitializerError("broken")));
        bodies.put("java.lang.InternalError: internal", thrown(new InternalError("internal")));
        bodies.put("java.lang.NullPointerException", thrown(new NullPointerException()));
        bodies.put("java.lang.InterruptedException: by itself", thrown(new InterruptedException("by itself")));
        bodies.put("java.util.concurrent.CancellationException", thrown(new CancellationException()));
        bodies.put("java.lang.Exception: one\nCaused by: java.lang.Exception: two", thrown(circle()));
        bodies.put("java.lang.Exception: xxxxxxxxxx", context -> {
            throw new Exception("x".repeat(100_000_000));
        });
        bodies.put(Hostile.class.getName() + ": (no message: getMessage() threw", context -> {
            throw new Hostile();
        });
        return bodies;
    }

    private static TaskBody thrown(Throwable error) {
        return context -> sneak(error);
    }

    @SuppressWarnings(
            "unchecked") // the cast is never made: this is how checked exceptions are sneaked past the compiler
    private static <T extends Throwable> void sneak(Throwable error) throws T {
        throw (T) error;
    }

    private static long overflow(long depth) {
        return depth + overflow(depth + 1);
    }

    private static void allocate() {
        long[] huge = new long[Integer.MAX_VALUE];
        huge[0] = 1;
    }

    private static Exception circle() {
        Exception one = new Exception("one");
        one.initCause(new Exception("two", one));
        return one;
    }

    /** Throws whatever it is asked. */
    private static class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new StackOverflowError("from getMessage");
        }

        @Override
        public String getLocalizedMessage() {
            throw new IllegalStateException("from getLocalizedMessage");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("from getCause");
        }

        @Override
        public String toString() {
            throw new AssertionError("from toString");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new OutOfMemoryError("from getStackTrace");
        }
    }

    /** Takes for ever to say what is wrong. */
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
            return "at last";
        }
    }

    /** Goes on whatever it is told, until that latch is open. */
    static void ignoreInterrupts(CountDownLatch until) {
        while (true) {
            try {
                until.await();
                return;
            } catch (InterruptedException told) {
                continue; // as bad code does
            }
        }
    }
}
