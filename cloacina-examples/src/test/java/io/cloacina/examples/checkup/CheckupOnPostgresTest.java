package io.cloacina.examples.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupOnPostgresTest {

    @TempDir
    Path directory;

    @Test
    void the_same_command_runs_on_postgresql_when_given_its_url() {
        String url = EmbeddedPostgres.shared().newDatabase().url();
        CheckupFixture checkup = CheckupFixture.on(url, directory).fill();

        assertThat(checkup.run()).as(checkup.errors()).isZero();

        checkup.assertReportIsComplete();
        assertThat(checkup.printed()).contains("state in PostgreSQL");
        assertThat(checkup.work().resolve("checkup.db")).doesNotExist();
    }
}
