package io.cloacina.domain.workflow;

import io.cloacina.domain.CloacinaException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A workflow cannot be built. All its problems are reported at once (at most {@value #MOST_PROBLEMS}), so that they can
 * be mended in one go. Nothing was stored.
 */
public final class InvalidWorkflowException extends CloacinaException {

    /** How many problems one exception carries at most. */
    public static final int MOST_PROBLEMS = 100;

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;
    private static final int LONGEST = 1_000;

    /** Not serialised: the message says it all. */
    private final transient List<WorkflowProblem> problems;

    /**
     * @param subject what could not be built, for the message: {@code workflow 'orders'}
     * @param problems why; at least one
     */
    InvalidWorkflowException(String subject, List<WorkflowProblem> problems) {
        super(message(subject, problems));
        this.problems = problems.stream().limit(MOST_PROBLEMS).toList();
    }

    private static String message(String subject, List<WorkflowProblem> problems) {
        if (problems.size() == 1) {
            return subject + " cannot be built: " + shown(problems.get(0));
        }
        String list = problems.stream()
                .limit(SHOWN)
                .map(problem -> "\n  - " + shown(problem))
                .collect(Collectors.joining());
        String rest = problems.size() <= SHOWN ? "" : "\n  … and " + (problems.size() - SHOWN) + " more";
        return subject + " cannot be built, it has " + problems.size() + " problems:" + list + rest;
    }

    /** A name that is refused for being long or unprintable must not make the message so. */
    private static String shown(WorkflowProblem problem) {
        String text = problem.message().replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Why the workflow cannot be built: at least one problem, in the order in which they were found. */
    public List<WorkflowProblem> problems() {
        return problems;
    }
}
