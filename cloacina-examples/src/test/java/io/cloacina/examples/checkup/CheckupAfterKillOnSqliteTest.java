package io.cloacina.examples.checkup;

import java.nio.file.Path;

class CheckupAfterKillOnSqliteTest extends CheckupAfterKill {

    @Override
    CheckupFixture fixture(Path directory) {
        return CheckupFixture.onSqlite(directory);
    }
}
