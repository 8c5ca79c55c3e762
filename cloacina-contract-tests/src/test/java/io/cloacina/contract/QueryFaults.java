package io.cloacina.contract;

import io.cloacina.contract.forwarding.ForwardingQueries;
import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.domain.execution.TaskStatus;
import io.cloacina.ports.Agenda;
import io.cloacina.ports.ContextRef;
import io.cloacina.ports.ExecutionFilter;
import io.cloacina.ports.ExecutionRecord;
import io.cloacina.ports.ExecutionWithTasks;
import io.cloacina.ports.ExpiredClaim;
import io.cloacina.ports.RecordedEvent;
import io.cloacina.ports.StoredDefinition;
import io.cloacina.ports.TaskRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be wrong about queries. */
final class QueryFaults {

    private QueryFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                tasks("forgets to clear the worker", "FINISH-3", QueryFaults::heldWhenCompleted),
                tasks("truncates times to seconds", "TIME-5", QueryFaults::inSeconds),
                readsNumbersAsDoubles(),
                readsOnlyTheFirstContexts(),
                listsOldestFirst(),
                listsTheShortestExpiredFirst(),
                repeatsAnEventBetweenPages(),
                sortsDependencies(),
                seesForeignWork(),
                findsInTheOrderAsked(),
                forgetsATask());
    }

    private static Fault tasks(String name, String rule, UnaryOperator<TaskRecord> wrong) {
        return Fault.inQueries(name, rule, good -> new ForwardingQueries(good) {
            @Override
            public List<TaskRecord> tasks(ExecutionId id) {
                return good.tasks(id).stream().map(wrong).toList();
            }

            @Override
            public Optional<ExecutionWithTasks> findWithTasks(ExecutionId id) {
                return find(id).map(execution -> new ExecutionWithTasks(execution, tasks(id)));
            }
        });
    }

    private static TaskRecord heldWhenCompleted(TaskRecord task) {
        String worker = task.status() == TaskStatus.COMPLETED ? "worker-a" : task.worker();
        return withTimes(task, worker, UnaryOperator.identity());
    }

    private static TaskRecord inSeconds(TaskRecord task) {
        return withTimes(task, task.worker(), time -> time.truncatedTo(ChronoUnit.SECONDS));
    }

    private static TaskRecord withTimes(TaskRecord task, @Nullable String worker, UnaryOperator<Instant> as) {
        return new TaskRecord(
                task.ref(),
                task.name(),
                task.status(),
                task.attempt(),
                task.epoch(),
                task.recoveryAttempts(),
                task.openDependencies(),
                task.unsuccessful(),
                worker,
                mapped(task.leaseUntil(), as),
                mapped(task.dueAt(), as),
                task.reason(),
                as.apply(task.createdAt()),
                as.apply(task.updatedAt()),
                mapped(task.startedAt(), as),
                mapped(task.completedAt(), as));
    }

    private static @Nullable Instant mapped(@Nullable Instant time, UnaryOperator<Instant> as) {
        return time == null ? null : as.apply(time);
    }

    private static Fault readsNumbersAsDoubles() {
        return Fault.inQueries("reads numbers as doubles", "CONTEXT-1", good -> new ForwardingQueries(good) {
            @Override
            public Map<ContextRef, String> contextValues(Collection<ContextRef> contexts) {
                return good.contextValues(contexts).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().replace("890.123456789", "168")));
            }
        });
    }

    private static Fault readsOnlyTheFirstContexts() {
        return Fault.inQueries("reads a thousand contexts at most", "CONTEXT-5", good -> new ForwardingQueries(good) {
            @Override
            public Map<ContextRef, String> contextKeys(Collection<ContextRef> contexts) {
                return good.contextKeys(contexts.stream().limit(1_000).toList());
            }
        });
    }

    private static Fault listsOldestFirst() {
        return Fault.inQueries("lists the oldest first", "LIST-2", good -> new ForwardingQueries(good) {
            @Override
            public List<ExecutionRecord> list(ExecutionFilter filter) {
                List<ExecutionRecord> page = new ArrayList<>(good.list(filter));
                if (filter.workflow() == null && filter.statuses().isEmpty()) {
                    Collections.reverse(page);
                }
                return page;
            }
        });
    }

    private static Fault listsTheShortestExpiredFirst() {
        return Fault.inQueries("lists the newest expired claims first", "LEASE-5", good -> new ForwardingQueries(good) {
            @Override
            public List<ExpiredClaim> expiredClaims(int limit) {
                List<ExpiredClaim> claims = new ArrayList<>(good.expiredClaims(limit));
                Collections.reverse(claims);
                return claims;
            }
        });
    }

    private static Fault repeatsAnEventBetweenPages() {
        return Fault.inQueries("repeats the last event of a page", "HISTORY-3", good -> new ForwardingQueries(good) {
            @Override
            public List<RecordedEvent> history(ExecutionId id, long after, int limit) {
                List<RecordedEvent> page = good.history(id, after, limit);
                return page.size() == limit || after == 0 ? good.history(id, Math.max(0, after - 1), limit) : page;
            }
        });
    }

    private static Fault sortsDependencies() {
        return Fault.inQueries("sorts dependencies", "SCHEMA-1", good -> new ForwardingQueries(good) {
            @Override
            public Optional<StoredDefinition> definition(UUID id) {
                return good.definition(id).map(QueryFaults::sorted);
            }
        });
    }

    private static StoredDefinition sorted(StoredDefinition definition) {
        return new StoredDefinition(
                definition.id(),
                definition.name(),
                definition.version(),
                definition.document(),
                definition.tasks().stream()
                        .map(task -> new StoredDefinition.Task(
                                task.name(),
                                task.dependencies().stream().sorted().toList()))
                        .toList());
    }

    private static Fault findsInTheOrderAsked() {
        return Fault.inQueries("finds in the order asked for", "LIST-10", good -> new ForwardingQueries(good) {
            @Override
            public List<ExecutionRecord> find(Collection<ExecutionId> ids) {
                return ids.stream()
                        .flatMap(id -> good.find(List.of(id)).stream())
                        .toList();
            }
        });
    }

    private static Fault forgetsATask() {
        return Fault.inQueries("forgets the last task", "LIST-11", good -> new ForwardingQueries(good) {
            @Override
            public Optional<ExecutionWithTasks> findWithTasks(ExecutionId id) {
                return good.findWithTasks(id).map(QueryFaults::withoutItsLastTask);
            }
        });
    }

    private static ExecutionWithTasks withoutItsLastTask(ExecutionWithTasks found) {
        return new ExecutionWithTasks(
                found.execution(), found.tasks().subList(0, found.tasks().size() - 1));
    }

    private static Fault seesForeignWork() {
        return Fault.inQueries("sees work that nobody asked for", "LIST-8", good -> new ForwardingQueries(good) {
            @Override
            public Agenda agenda(Collection<UUID> definitions) {
                UUID foreign = Shapes.single("foreign").id();
                Agenda agenda = good.agenda(definitions);
                boolean claimable =
                        agenda.claimable() || good.agenda(List.of(foreign)).claimable();
                return new Agenda(claimable, agenda.nextDue(), agenda.nextDeadline());
            }
        });
    }
}
