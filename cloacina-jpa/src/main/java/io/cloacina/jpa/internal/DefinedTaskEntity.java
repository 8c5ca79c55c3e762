package io.cloacina.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;

/** A task of a stored definition: gives a task execution its name. */
@Entity(name = "DefinedTask")
@Table(name = "workflow_tasks")
@IdClass(DefinedTaskEntity.Key.class)
@ReadOnly
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class DefinedTaskEntity {

    @Id
    @Column(name = "definition_id")
    UUID definition;

    @Id
    int ordinal;

    String name;

    /** For the persistence provider. */
    protected DefinedTaskEntity() {}

    /** The natural key. */
    public record Key(UUID definition, int ordinal) {}
}
