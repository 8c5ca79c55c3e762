package io.cloacina.faults.program;

import io.cloacina.domain.context.Context;
import io.cloacina.runner.StartOptions;
import io.cloacina.testsupport.canary.Canary;

/**
 * One thing to be started, told apart from every other by its name.
 *
 * @param slot whose it is
 * @param number counts from 1 within the slot
 */
record Submission(int slot, int number) {

    static Submission parse(String name) {
        int dash = name.indexOf('-');
        return new Submission(Integer.parseInt(name.substring(1, dash)), Integer.parseInt(name.substring(dash + 1)));
    }

    String name() {
        return "s" + slot + "-" + number;
    }

    /** Every other one: it may be asked for again until somebody says that it is stored. */
    boolean isKeyed() {
        return number % 2 == 0;
    }

    /** Some are asked for twice, whatever the first answer was. */
    boolean isRepeated() {
        return number % 8 == 0;
    }

    String keyOrDash() {
        return isKeyed() ? key() : "-";
    }

    private String key() {
        return Canary.secret(name());
    }

    StartOptions options() {
        return isKeyed() ? StartOptions.idempotencyKey(key()) : StartOptions.none();
    }

    Context input() {
        return Context.of(Deed.SUBMISSION, name(), "secret", Canary.secret("input"));
    }

    String shape() {
        return "shape-" + Math.floorMod(number * 7 + slot, Orders.SHAPES);
    }
}
