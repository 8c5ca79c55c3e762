package io.cloacina.runnertests;

/** The suite on files. */
class RunnerOnSqliteTest extends RunnerSuite {

    @Override
    public Backend newBackend() {
        return new SqliteBackend();
    }
}
