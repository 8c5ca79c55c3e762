package io.cloacina.simulation.check;

import io.cloacina.simulation.world.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Who hands something in is told what became of it, one way or the other, unless the process he asks in is gone. */
public final class AskersAreAnswered {

    private final Court court;
    private final List<Question> questions = new ArrayList<>();

    private record Question(String what, CompletableFuture<?> answer, Host process) {}

    public AskersAreAnswered(Court court) {
        this.court = court;
    }

    /** Somebody in that process waits for this answer. */
    public void asks(String what, CompletableFuture<?> answer, Host process) {
        questions.add(new Question(what, answer, process));
    }

    /** Called when every execution has been terminal for a while. */
    public void check() {
        for (Question question : questions) {
            Invariant.require(
                    court,
                    "who asks is answered",
                    question.answer().isDone() || question.process().isDead(),
                    () -> question.what() + " in " + question.process().name());
        }
    }
}
