package io.cloacina.examples.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.examples.checkup.repository.TestRepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small repository, a work directory, and the command run on them in this process. */
final class CheckupFixture {

    /** What {@link #fill()} puts in: files to verify, and how they are. */
    static final int GOOD = 60;

    static final int DAMAGED = 3;
    static final int WITHOUT_CHECKSUM = 5;
    static final int FILES = GOOD + DAMAGED + WITHOUT_CHECKSUM;

    private final TestRepository repository;
    private final Path work;
    private final List<String> store;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private CheckupFixture(Path directory, List<String> store) {
        this.repository = new TestRepository(directory.resolve("repository"));
        this.work = directory.resolve("work");
        this.store = store;
    }

    static CheckupFixture onSqlite(Path directory) {
        return new CheckupFixture(directory, List.of());
    }

    static CheckupFixture on(String storeUrl, Path directory) {
        return new CheckupFixture(directory, List.of("--store", storeUrl));
    }

    /** The repository with files of each kind. */
    CheckupFixture fill() {
        repository.goodArtifacts(GOOD);
        for (int i = 0; i < DAMAGED; i++) {
            repository.damaged("org/damaged/lib/" + i + "/lib-" + i + ".jar");
        }
        for (int i = 0; i < WITHOUT_CHECKSUM; i++) {
            repository.file("org/local/lib/" + i + "/lib-" + i + ".pom", "<project/>");
        }
        repository.file("org/local/lib/maven-metadata-local.xml", "<metadata/>");
        return this;
    }

    TestRepository repository() {
        return repository;
    }

    Path work() {
        return work;
    }

    /** The arguments of the command. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(store);
        arguments.addAll(
                List.of("--work", work.toString(), repository.directory().toString()));
        return arguments;
    }

    /** Runs the command; returns its exit code. */
    int run() {
        return Checkup.run(arguments(), new CheckupTasks(), print(out), print(err));
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String report() {
        return read("report.txt");
    }

    String page() {
        return read("report.html");
    }

    /** Of each run: how often each task began. */
    List<Map<String, Long>> starts() {
        try (Stream<Path> runs = Files.list(work.resolve("runs"))) {
            List<Map<String, Long>> starts = new ArrayList<>();
            for (Path run : runs.filter(Files::isDirectory).toList()) {
                starts.add(new StartLog(run)
                        .read().stream()
                                .collect(Collectors.groupingBy(task -> task, TreeMap::new, Collectors.counting())));
            }
            return starts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the report, as text and as page, shows what {@link #fill()} put in. */
    void assertReportIsComplete() {
        assertThat(report())
                .contains(DAMAGED + " of " + (GOOD + DAMAGED) + " files with a checksum do not match it.")
                .containsPattern("files +" + FILES + "\n")
                .containsPattern("verified +" + GOOD + "\n")
                .containsPattern("mismatches +" + DAMAGED + "\n")
                .containsPattern("unverifiable +" + WITHOUT_CHECKSUM + "\n")
                .contains("1 bookkeeping file,")
                .contains("  org/damaged/lib/2/lib-2.jar  promised ")
                .contains("  org/local/lib/4/lib-4.pom  no .sha1 beside it")
                .contains("Slowest shards\n  shard-");
        assertThat(page())
                .contains("org/damaged/lib/0/lib-0.jar", "org/local/lib/0/lib-0.pom")
                .contains("<b>" + FILES + "</b><span>files</span>");
    }

    private String read(String file) {
        try {
            return Files.readString(work.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
