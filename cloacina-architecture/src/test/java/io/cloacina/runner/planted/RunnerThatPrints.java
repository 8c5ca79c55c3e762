package io.cloacina.runner.planted;

/** Prints to the terminal of the application it is a guest of. */
public final class RunnerThatPrints {
    void say() {
        System.out.println("hello");
    }
}
