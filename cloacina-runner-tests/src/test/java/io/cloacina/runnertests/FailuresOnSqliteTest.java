package io.cloacina.runnertests;

/** What fails, fails on files. */
class FailuresOnSqliteTest extends FailureSuite {

    @Override
    public Backend newBackend() {
        return new SqliteBackend();
    }
}
