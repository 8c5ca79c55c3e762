package io.cloacina.jpa.internal;

import io.cloacina.domain.execution.ExecutionId;
import io.cloacina.ports.ExecutionEvent;
import io.cloacina.ports.RecordedEvent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;
import org.jspecify.annotations.Nullable;

/** A row of the history. Written by a statement only, never through this class. */
@Entity(name = "Event")
@Table(name = "execution_events")
@ReadOnly
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class EventEntity {

    @Id
    long sequence;

    @Column(name = "execution_id")
    UUID execution;

    String kind;

    @Column(name = "task_ordinal")
    @Nullable
    Integer task;

    int epoch;

    int attempt;

    String worker;

    @Nullable
    String detail;

    @Column(name = "created_at")
    Instant createdAt;

    /** For the persistence provider. */
    protected EventEntity() {}

    RecordedEvent toRecord() {
        return new RecordedEvent(
                sequence,
                createdAt,
                new ExecutionEvent(
                        new ExecutionId(execution),
                        WordColumn.EVENT_KIND.read(new ExecutionId(execution), kind),
                        task,
                        epoch,
                        attempt,
                        worker,
                        detail));
    }
}
