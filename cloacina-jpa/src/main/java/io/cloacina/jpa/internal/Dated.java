package io.cloacina.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times of a row that is made, begun, changed and ended. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public abstract class Dated {

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "completed_at")
    @Nullable
    Instant completedAt;

    /** For the persistence provider. */
    protected Dated() {}
}
