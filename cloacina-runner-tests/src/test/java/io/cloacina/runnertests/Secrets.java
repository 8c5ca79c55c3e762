package io.cloacina.runnertests;

import io.cloacina.domain.context.Context;
import io.cloacina.testsupport.canary.Canary;

/** What a user would not want to find in a log: the suite stores it everywhere, and every test listens for it. */
final class Secrets {

    private Secrets() {}

    /** A text that has to be kept. */
    static String of(String what) {
        return Canary.secret(what);
    }

    /** A context with one value, which has to be kept. */
    static Context context() {
        return Context.of("secret", of("value"));
    }
}
