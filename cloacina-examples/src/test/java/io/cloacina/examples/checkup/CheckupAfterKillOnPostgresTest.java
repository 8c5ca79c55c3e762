package io.cloacina.examples.checkup;

import io.cloacina.testsupport.EmbeddedPostgres;
import java.nio.file.Path;

class CheckupAfterKillOnPostgresTest extends CheckupAfterKill {

    @Override
    CheckupFixture fixture(Path directory) {
        return CheckupFixture.on(EmbeddedPostgres.shared().newDatabase().url(), directory);
    }
}
