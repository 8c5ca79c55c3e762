package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stranger's project is the BOM and one adapter, nothing else; its source is the same for both. The invoker has compiled them; here the
 * programs run, on the class paths that Maven computed for them.
 */
class ConsumersIT {
    private static final String ANSWER = "COMPLETED: Hello, Cloacina!";
    private static final String VERIFY = "io.cloacina.runner.Verify";
    private static final String CLEAN = ": clean, ";

    /** That of slf4j, and that of newer JDKs about the native library of SQLite's driver. */
    private static final Pattern NOTICE = Pattern.compile("SLF4J\\b.*[Pp]rovider|SLF4J\\b.*no-operation"
            + "|WARNING: (A restricted method|java.lang.System::load|Use --enable-native|Restricted methods)");

    @ParameterizedTest
    @EnumSource
    void a_stranger_runs_a_workflow_on_sqlite(Launch launch, @TempDir Path directory) throws Exception {
        Path file = directory.resolve("greetings.db");
        assertThat(run("sqlite", launch, file.toString())).contains(ANSWER);
        assertThat(file).isNotEmptyFile();
        assertThat(run("sqlite", launch, VERIFY, file.toString())).contains(CLEAN);
    }

    @ParameterizedTest
    @EnumSource
    void a_stranger_runs_the_same_source_on_postgres(Launch launch) throws Exception {
        try (PostgresDatabase database = EmbeddedPostgres.shared().newDatabase()) {
            assertThat(run("postgres", launch, database.url())).contains(ANSWER);
            assertThat(run("postgres", launch, VERIFY, database.url())).contains(CLEAN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgres"})
    void one_adapter_brings_one_driver_and_nothing_of_the_tests(String adapter) throws IOException {
        List<String> jars = Arrays.stream(classPath(adapter).split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName().toString())
                .toList();
        String other = adapter.equals("sqlite") ? "postgres" : "sqlite";
        assertThat(jars)
                .anyMatch(jar -> jar.startsWith("cloacina-adapter-" + adapter))
                .anyMatch(jar -> jar.startsWith("cloacina-runner"))
                .noneMatch(jar -> jar.contains(other))
                .noneMatch(jar ->
                        jar.matches("(junit|assertj|archunit|awaitility|slf4j-simple|cloacina-(test|contract)).*"));
    }

    /** Where the libraries are: all the program's own classes stay on the class path. */
    private enum Launch {
        CLASS_PATH {
            @Override
            List<String> options(String adapter) throws IOException {
                return List.of("-cp", ownClasses(adapter) + File.pathSeparator + classPath(adapter));
            }
        },
        MODULE_PATH {
            @Override
            List<String> options(String adapter) throws IOException {
                String module = "io.cloacina.adapter." + adapter;
                return List.of("-p", classPath(adapter), "--add-modules", module, "-cp", ownClasses(adapter));
            }
        };

        /** Our own command is started from where it is. */
        List<String> program(String main) {
            return this == MODULE_PATH && main.equals(VERIFY)
                    ? List.of("-m", "io.cloacina.runner/" + main)
                    : List.of(main);
        }

        abstract List<String> options(String adapter) throws IOException;
    }

    private static String run(String adapter, Launch launch, String url) throws IOException, InterruptedException {
        return run(adapter, launch, "org.example.Greeting", url);
    }

    /** Both programs take the database as their argument or as a property, whichever they ask for. */
    private static String run(String adapter, Launch launch, String main, String url)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(launch.options(adapter));
        command.add("-Ddatabase=" + url);
        command.addAll(launch.program(main));
        command.add(url);
        Path errors = Files.createTempFile("errors", ".txt");
        Process program =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).as("it ends by itself").isTrue();
        String said = Files.readString(errors);
        Files.delete(errors);
        assertThat(program.exitValue()).as(output + said).isZero();
        assertThat(said.lines().filter(line -> !line.isBlank()))
                .as("what a stranger who chose no logging is told")
                .allMatch(line -> NOTICE.matcher(line).lookingAt());
        return output;
    }

    private static String ownClasses(String adapter) {
        return project(adapter).resolve("target/classes").toString();
    }

    private static String classPath(String adapter) throws IOException {
        return Files.readString(project(adapter).resolve("target/classpath")).strip();
    }

    private static Path project(String adapter) {
        return Path.of("target", "it", "consumer-" + adapter).toAbsolutePath();
    }
}
