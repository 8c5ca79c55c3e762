package io.cloacina.runner;

import io.cloacina.domain.context.Context;
import io.cloacina.domain.context.WrittenContext;
import io.cloacina.domain.execution.EventKind;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.ports.ClaimRequest;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.ExecutionStore.Lane;
import io.cloacina.ports.NewExecution;
import io.cloacina.runner.internal.json.ContextCodec;
import io.cloacina.runner.internal.json.DefinitionCodec;
import io.cloacina.runner.internal.system.SystemTimeSource;
import io.cloacina.runner.internal.system.UuidV7Source;
import java.time.Duration;
import java.util.List;

/** What a runner leaves behind that dies at a certain moment: done by hand, with the transactions it would have made. */
record DeadRunner(ExecutionStore store, Workflow workflow) {

    /** It died right after a submission. */
    ExecutionId submitted() {
        store.define(List.of(DefinitionCodec.toStored(workflow.definition())));
        ExecutionId id = new ExecutionId(new UuidV7Source(new SystemTimeSource()).next());
        return store.transact(Lane.WORK, tx -> {
            tx.admit(List.of(newcomer(id)));
            tx.record(List.of(ofExecution(id, EventKind.EXECUTION_SUBMITTED)));
            return id;
        });
    }

    /** It died right after it had claimed the first task; its lease is over. */
    ExecutionId claimed() {
        ExecutionId id = submitted();
        return store.transact(Lane.WORK, tx -> {
            tx.claim(new ClaimRequest("dead", List.of(workflow.definition().id()), 1, Duration.ofMillis(1)));
            tx.record(List.of(
                    ofExecution(id, EventKind.EXECUTION_STARTED),
                    new ExecutionEvent(id, EventKind.TASK_CLAIMED, 0, 1, 1, "dead", null)));
            return id;
        });
    }

    private NewExecution newcomer(ExecutionId id) {
        return new NewExecution(
                id,
                workflow.definition().id(),
                null,
                "digest",
                ContextCodec.encode(new ContextRef(id, ContextRef.INITIAL), WrittenContext.initial(Context.empty())),
                0,
                null);
    }

    private static ExecutionEvent ofExecution(ExecutionId id, EventKind kind) {
        return new ExecutionEvent(id, kind, null, 0, 0, "dead", null);
    }
}
