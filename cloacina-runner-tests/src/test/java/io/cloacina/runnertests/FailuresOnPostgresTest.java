package io.cloacina.runnertests;

/** What fails, fails on a real server. */
class FailuresOnPostgresTest extends FailureSuite {

    @Override
    public Backend newBackend() {
        return new PostgresBackend();
    }
}
