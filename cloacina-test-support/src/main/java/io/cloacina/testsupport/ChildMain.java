package io.cloacina.testsupport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** What a {@link ChildJvm} really runs: the given main method, and a watch over the parent's life. */
final class ChildMain {

    private ChildMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(ChildMain::dieWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Method main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** Nobody writes to this stream: it ends when the parent does, even when the parent was killed. */
    private static void dieWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException("The parent's end of the pipe broke", failure);
        } finally {
            Runtime.getRuntime().halt(ChildJvm.PARENT_IS_GONE);
        }
    }
}
