package io.cloacina.runnertests;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.testsupport.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a {@link DoomedRunner} left: a database with its journal, the journal's index and its lock file. Nobody has it open, so
 * its files may be read and written like any others.
 *
 * @param accepted the executions that were acknowledged
 */
record CrashedFile(Path folder, List<ExecutionId> accepted) {

    static final String NAME = "runner.db";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Lets a process of its own work in that folder, and kills it. */
    static CrashedFile in(Path folder) throws IOException {
        return in(folder, ChildJvm::kill);
    }

    /** The same with another end. */
    static CrashedFile in(Path folder, Consumer<ChildJvm> end) throws IOException {
        Files.createDirectories(folder);
        Path journal = folder.resolveSibling(folder.getFileName() + ".journal");
        List<ExecutionId> accepted = new ArrayList<>();
        try (ChildJvm doomed = ChildJvm.start(
                List.of("-XX:ErrorFile=" + folder.resolveSibling("hs_err.log"), "-XX:-CreateCoredumpOnCrash"),
                DoomedRunner.class,
                folder.resolve(NAME).toString(),
                journal.toString())) {
            for (int number = 0; number < DoomedRunner.ACCEPTED; number++) {
                String line = doomed.awaitLine(each -> each.startsWith("accepted "), PATIENCE);
                accepted.add(ExecutionId.of(line.substring(line.indexOf(' ') + 1)));
            }
            doomed.awaitLine("ready"::equals, PATIENCE);
            end.accept(doomed);
        }
        return new CrashedFile(folder, accepted);
    }

    Path file() {
        return folder.resolve(NAME);
    }

    /** Copies what was left to another folder, over what is there. */
    Path copyTo(Path other) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.copy(each, other.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return other.resolve(NAME);
    }
}
