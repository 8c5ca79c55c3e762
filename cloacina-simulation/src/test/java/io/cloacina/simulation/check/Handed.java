package io.cloacina.simulation.check;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.json.JsonObject;
import io.cloacina.ports.Admission;
import io.cloacina.ports.NewExecution;
import io.cloacina.simulation.plan.Order;
import java.util.Optional;

/** An execution that was handed in, and what its caller was told. */
public final class Handed {

    private final Order order;
    private final NewExecution newcomer;
    private final JsonObject input;
    private Optional<Admission> admission = Optional.empty();
    private Optional<String> refusal = Optional.empty();
    private boolean cancelWanted;
    private boolean cancelAccepted;

    public Handed(Order order, NewExecution newcomer, JsonObject input) {
        this.order = order;
        this.newcomer = newcomer;
        this.input = input;
    }

    public Order order() {
        return order;
    }

    public NewExecution newcomer() {
        return newcomer;
    }

    JsonObject input() {
        return input;
    }

    /** What its caller was told, if he was. */
    public Optional<Admission> admission() {
        return admission;
    }

    /** The class of the exception that its caller got instead, if he did. */
    public Optional<String> refusal() {
        return refusal;
    }

    public boolean cancelWanted() {
        return cancelWanted;
    }

    public boolean cancelAccepted() {
        return cancelAccepted;
    }

    public void admitted(Admission told) {
        admission = Optional.of(told);
    }

    public void refused(Throwable why) {
        refusal = Optional.of(why.getClass().getSimpleName());
    }

    public void wantCancel() {
        cancelWanted = true;
    }

    public void cancelled() {
        cancelAccepted = true;
    }

    /** The execution it was told of, or the one it asked for. */
    public ExecutionId id() {
        return admission.map(Admission::stored).orElse(newcomer.id());
    }
}
