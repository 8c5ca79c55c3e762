package io.cloacina.runner.internal.json;

import java.io.StringWriter;

/** Collects text and refuses more than a number of characters, so that no object unfolds without end. */
final class BoundedWriter extends StringWriter {

    private final long limit;

    BoundedWriter(long limit) {
        this.limit = limit;
    }

    @Override
    public void write(int c) {
        require(1);
        super.write(c);
    }

    @Override
    public void write(char[] text, int offset, int length) {
        require(length);
        super.write(text, offset, length);
    }

    @Override
    public void write(String text) {
        require(text.length());
        super.write(text);
    }

    @Override
    public void write(String text, int offset, int length) {
        require(length);
        super.write(text, offset, length);
    }

    private void require(int more) {
        if (getBuffer().length() + (long) more > limit) {
            throw new BindingFault.Refusal("its JSON is longer than " + limit + " characters");
        }
    }
}
