package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.ChildJvm;
import io.cloacina.testsupport.SmallDisk;
import io.cloacina.testsupport.SystemCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A runner on SQLite in a process without rights, without a disk of any size, or without a place for temporary files. */
class ConfinementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final boolean IS_ROOT = SystemCommand.run("id", "-u").strip().equals("0");

    /** Root may do everything to every file; without these abilities it may do what the owner of its files may. */
    private static final List<List<String>> AS_OWNER = List.of(
            List.of("unshare", "-U"),
            List.of(
                    "setpriv",
                    "--bounding-set=-dac_override,-dac_read_search",
                    "--inh-caps=-dac_override,-dac_read_search"));

    @TempDir
    Path folder;

    @Test
    void a_file_or_folder_without_rights_is_refused_with_its_path_and_what_is_open_already_goes_on() {
        Path file = folder.resolve("runner.db");
        try (ChildJvm child =
                ChildJvm.start(asOwner(), List.of(), ConfinedRunner.WithoutRights.class, file.toString())) {
            assertThat(child.nextLine(PATIENCE)).isEqualTo("COMPLETED");
            assertThat(child.nextLine(PATIENCE))
                    .startsWith("Unusable: The SQLite")
                    .contains(file + " cannot be opened", "check the rights");
            assertThat(child.nextLine(PATIENCE))
                    .startsWith("Unusable: The SQLite")
                    .contains(file + " cannot be opened", "check the rights");
            assertThat(child.nextLine(PATIENCE)).isEqualTo("COMPLETED");
            assertThat(child.nextLine(PATIENCE)).isEqualTo("left 2");
            assertThat(child.waitFor(PATIENCE)).as(child.errors()).isZero();
        }
    }

    @Test
    @EnabledIf(value = "io.cloacina.testsupport.SmallDisk#isPossible", disabledReason = SmallDisk.NONE)
    void a_disk_that_is_really_full_holds_everything_up_until_there_is_room() throws IOException {
        SmallDisk disk = new SmallDisk(Files.createDirectory(folder.resolve("disk")), ConfinedRunner.OnASmallDisk.SIZE);
        try (ChildJvm child = ChildJvm.start(
                disk.prefix(),
                List.of(),
                ConfinedRunner.OnASmallDisk.class,
                disk.mount().toString())) {
            assertThat(child.nextLine(PATIENCE)).matches("full after [1-9][0-9]+");
            assertThat(child.nextLine(PATIENCE)).contains("another.db", "Make room on the disk");
            assertThat(child.nextLine(PATIENCE)).isEqualTo("all completed");
            assertThat(child.waitFor(PATIENCE)).as(child.errors()).isZero();
        }
    }

    @Test
    void a_folder_for_temporary_files_that_cannot_be_used_is_said_with_the_remedy() {
        try (ChildJvm child = ChildJvm.start(
                List.of("-Djava.io.tmpdir=" + folder.resolve("missing")),
                ConfinedRunner.Once.class,
                folder.resolve("runner.db").toString())) {
            assertThat(child.nextLine(PATIENCE)).startsWith("Unusable: ").contains("runner.db", "org.sqlite.tmpdir");
            assertThat(child.waitFor(PATIENCE)).as(child.errors()).isZero();
        }
    }

    /** An ordinary user is the owner already. */
    private static List<String> asOwner() {
        return IS_ROOT
                ? AS_OWNER.stream().filter(ConfinementTest::works).findFirst().orElseThrow()
                : List.of();
    }

    private static boolean works(List<String> prefix) {
        return SystemCommand.works(
                Stream.concat(prefix.stream(), Stream.of("true")).toList());
    }
}
