package io.cloacina.contract;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.Claim;
import io.cloacina.ports.ClaimEnd;
import io.cloacina.ports.StoredDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A good history with something of everything, and for each query of {@link InvariantChecks} what spoils it. */
final class Damages {

    private static final String COPY_EVENT =
            "insert into execution_events (execution_id, kind, task_ordinal, epoch, attempt, worker, created_at)"
                    + " select execution_id, %s, task_ordinal, %s, attempt, worker, created_at"
                    + " from execution_events where %s";

    private Damages() {}

    /** One statement of portable SQL by the name of the query that must notice it. */
    static Map<String, String> byQuery() {
        Map<String, String> damages = new LinkedHashMap<>();
        damages.put("Q1", copyEvent("kind", "epoch", "kind = 'TASK_COMPLETED'"));
        damages.put("Q1b", "delete from execution_events where kind = 'TASK_SKIPPED'");
        damages.put("Q2", "delete from execution_events where kind = 'TASK_COMPLETED'");
        damages.put("Q4", copyEvent("'TASK_RELEASED'", "1", "kind = 'TASK_CLAIMED' and epoch = 2"));
        damages.put("Q6", "delete from task_contexts where writer = 0");
        damages.put("Q7", "update workflow_executions set status = 'COMPLETED' where status = 'RUNNING'");
        damages.put("Q7b", "update workflow_executions set failed_tasks = 1 where status = 'COMPLETED'");
        damages.put("Q7c", "delete from execution_events where kind = 'EXECUTION_SUBMITTED'");
        damages.put("Q8a", "update task_executions set status = 'NOT_STARTED' where status = 'SKIPPED'");
        damages.put("Q8b", "update task_executions set claimed_by = null where status = 'RUNNING'");
        damages.put("Q9", "update task_executions set attempt = attempt + 1");
        damages.put("Q10", copyEvent("kind", "epoch + 1", "kind = 'TASK_CLAIMED'"));
        damages.put("Q11", "update workflow_executions set idempotency_key = 'k'");
        damages.put("Q12", copyEvent("'TASK_READY'", "epoch", "kind = 'TASK_COMPLETED'"));
        damages.put("Q12b", "delete from execution_events where kind = 'TASK_READY'");
        damages.put("Q13", "update workflow_executions set open_tasks = open_tasks + 1");
        damages.put(
                "Q14",
                "update task_executions set open_dependencies = open_dependencies + 1 where status = 'NOT_STARTED'");
        damages.put("Q15", copyEvent("'TASK_CLAIMED'", "1", "kind = 'TASK_CANCELLED'"));
        damages.put("Q17", "delete from task_executions where status = 'SKIPPED'");
        return damages;
    }

    private static String copyEvent(String kind, String epoch, String where) {
        return COPY_EVENT.formatted(kind, epoch, where);
    }

    /** Executions that are completed, failed with skipped tasks, cancelled, under way and waiting. */
    static void tell(PlainEngine engine) {
        tellOfSuccess(engine);
        tellOfFailure(engine);
        tellOfCancellation(engine);
        tellOfWork(engine);
    }

    private static void tellOfSuccess(PlainEngine engine) {
        StoredDefinition diamond = Shapes.diamond();
        engine.start(diamond);
        for (List<Claim> all = engine.claim(9, diamond); !all.isEmpty(); all = engine.claim(9, diamond)) {
            engine.complete(all);
        }
    }

    private static void tellOfFailure(PlainEngine engine) {
        StoredDefinition chain = Shapes.chain(3);
        engine.start(chain);
        engine.end(engine.claimOne(chain), ClaimEnd.Kind.RETRY);
        engine.end(engine.claimOne(chain), ClaimEnd.Kind.FAILED);
    }

    private static void tellOfCancellation(PlainEngine engine) {
        StoredDefinition pair = Shapes.independent(2);
        ExecutionId id = engine.start(pair);
        Claim running = engine.claimOne(pair);
        engine.cancel(id);
        engine.end(running, ClaimEnd.Kind.CANCELLED);
    }

    private static void tellOfWork(PlainEngine engine) {
        StoredDefinition join = Shapes.join(3);
        engine.start(join);
        engine.complete(engine.claim(1, join));
        engine.end(engine.claimOne(join), ClaimEnd.Kind.RELEASED);
        engine.claimOne(join);
        engine.start(Shapes.single("untouched"));
    }
}
