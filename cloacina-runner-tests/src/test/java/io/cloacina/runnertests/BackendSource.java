package io.cloacina.runnertests;

/** A test class that says on which database its tests run. */
interface BackendSource {

    /** An empty database; called once per test. */
    Backend newBackend();
}
