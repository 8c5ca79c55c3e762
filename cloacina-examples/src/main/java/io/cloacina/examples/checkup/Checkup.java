package io.cloacina.examples.checkup;

import io.cloacina.domain.CloacinaException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * The command: checks the local Maven repository, or any directory given. Run it from the project's root with
 *
 * <pre>{@code mvn -q -pl cloacina-examples -am compile exec:java}</pre>
 *
 * <p>and with arguments as {@code -Dexec.args="--help"}. {@link CheckupWorkflow} is the workflow, {@link CheckupTasks} its
 * bodies, {@link CheckupJob} runs it.
 */
public final class Checkup {

    private static final int COMPLETE = 0;
    private static final int NOT_COMPLETE = 1;
    private static final int BAD_ARGUMENTS = 2;

    private Checkup() {}

    /** Runs one checkup; ends the process with 1 if it cannot be completed and with 2 if an argument is bad. */
    public static void main(String[] arguments) {
        int exitCode = run(List.of(arguments), new CheckupTasks(), System.out, System.err);
        if (exitCode != COMPLETE) {
            System.exit(exitCode);
        }
    }

    static int run(List<String> arguments, CheckupTasks tasks, PrintStream out, PrintStream err) {
        if (CheckupArguments.askForHelp(arguments)) {
            out.print(CheckupArguments.USAGE);
            return COMPLETE;
        }
        try {
            new CheckupJob(CheckupArguments.parse(arguments), tasks, out).run();
            return COMPLETE;
        } catch (BadArgumentException e) {
            err.println(e.getMessage());
            err.println("--help shows the usage.");
            return BAD_ARGUMENTS;
        } catch (CloacinaException | IOException e) {
            err.println("The checkup could not be completed: " + e.getMessage());
            return NOT_COMPLETE;
        }
    }
}
