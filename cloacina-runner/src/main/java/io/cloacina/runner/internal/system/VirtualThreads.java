package io.cloacina.runner.internal.system;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.UnaryOperator;

/**
 * Virtual threads, found by name because this code is compiled for Java 17 and they came with 21. On 19 and 20 they are a
 * preview, which does not count.
 */
final class VirtualThreads {

    private static final int FIRST_RELEASE = 21;
    private static final String BUILDER = "java.lang.Thread$Builder$OfVirtual";

    private VirtualThreads() {}

    static boolean supported() {
        return Runtime.version().feature() >= FIRST_RELEASE;
    }

    /** Makes unstarted virtual threads that inherit no thread locals; empty where the JVM has none. */
    static Optional<ThreadFactory> factory(UnaryOperator<Thread> prepared) {
        if (!supported()) {
            return Optional.empty();
        }
        MethodHandle unstarted = unstarted();
        return Optional.of(body -> prepared.apply(make(unstarted, body)));
    }

    /** {@code Thread.ofVirtual().inheritInheritableThreadLocals(false)::unstarted} as a handle. */
    private static MethodHandle unstarted() {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            Class<?> builder = Class.forName(BUILDER);
            Object ofVirtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder))
                    .invoke();
            Object withoutLocals = lookup.findVirtual(
                            builder, "inheritInheritableThreadLocals", MethodType.methodType(builder, boolean.class))
                    .invoke(ofVirtual, false);
            return lookup.findVirtual(builder, "unstarted", MethodType.methodType(Thread.class, Runnable.class))
                    .bindTo(withoutLocals);
        } catch (Throwable e) {
            throw new IllegalStateException("this JVM is of release 21 or later but has no virtual threads", e);
        }
    }

    private static Thread make(MethodHandle unstarted, Runnable body) {
        try {
            return (Thread) unstarted.invoke(body);
        } catch (Throwable e) {
            throw new IllegalStateException("a virtual thread could not be made", e);
        }
    }
}
