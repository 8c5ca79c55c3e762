package io.cloacina.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrphansTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AfterEach
    void leaveNoOrphan() {
        ServerDirectory.create(WorkFolder.open()).delete();
    }

    @Test
    void the_server_of_a_killed_build_is_stopped_and_removed_by_the_next_launch() {
        try (ChildJvm build = ChildJvm.start(Build.class)) {
            Path orphan = Path.of(build.nextLine(PATIENCE));
            build.kill();
            assertThat(Orphans.serverOf(ServerDirectory.dataIn(orphan))).isPresent();

            EmbeddedPostgres.launch(Durability.FAST).close();

            assertThat(orphan).doesNotExist();
        }
    }

    @Test
    void the_server_of_a_living_build_is_left_alone() {
        try (ChildJvm build = ChildJvm.start(Build.class)) {
            Path directory = Path.of(build.nextLine(PATIENCE));

            EmbeddedPostgres.launch(Durability.FAST).close();

            assertThat(Orphans.serverOf(ServerDirectory.dataIn(directory))).isPresent();
        }
    }

    @Test
    void our_own_server_survives_that_we_launch_another() {
        try (EmbeddedPostgres first = EmbeddedPostgres.launch(Durability.FAST);
                EmbeddedPostgres second = EmbeddedPostgres.launch(Durability.FAST);
                ChildJvm build = ChildJvm.start(Build.class)) {
            build.nextLine(PATIENCE);

            assertThat(Files.isDirectory(first.directory())).isTrue();
            assertThat(new PostgresLogin(first.port()).answers()).isTrue();
            assertThat(new PostgresLogin(second.port()).answers()).isTrue();
        }
    }

    @Test
    void an_orderly_end_leaves_nothing_behind() {
        Path directory;
        try (EmbeddedPostgres server = EmbeddedPostgres.launch(Durability.FAST)) {
            directory = server.directory();
        }

        assertThat(directory).doesNotExist();
    }

    /** Another build on this machine: it says where its server lives, and goes on until somebody ends it. */
    static final class Build {

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(EmbeddedPostgres.launch(Durability.FAST).directory());
            Thread.currentThread().join();
        }
    }
}
