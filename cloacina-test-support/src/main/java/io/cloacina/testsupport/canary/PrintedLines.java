package io.cloacina.testsupport.canary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Looks through what is printed past all loggers on one of the two streams of this process, and passes it on. */
final class PrintedLines extends OutputStream {

    private final PrintStream real;
    private final Consumer<PrintStream> setter;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private PrintedLines(PrintStream real, Consumer<PrintStream> setter) {
        this.real = real;
        this.setter = setter;
    }

    static PrintedLines listen(PrintStream real, Consumer<PrintStream> setter) {
        PrintedLines printed = new PrintedLines(real, setter);
        setter.accept(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed;
    }

    @Override
    public synchronized void write(int octet) {
        real.write(octet);
        line.write(octet);
        if (octet == '\n') {
            look();
        }
    }

    private void look() {
        Trap.look("printed", line.toString(StandardCharsets.UTF_8));
        line.reset();
    }

    @Override
    public void flush() {
        real.flush();
    }

    /** Puts the stream back that was there before. */
    @Override
    public synchronized void close() throws IOException {
        look();
        setter.accept(real);
    }
}
