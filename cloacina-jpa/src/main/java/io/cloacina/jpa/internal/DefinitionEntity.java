package io.cloacina.jpa.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.eclipse.persistence.annotations.ReadOnly;

/** A stored definition, as far as executions are listed with its name. */
@Entity(name = "Definition")
@Table(name = "workflow_definitions")
@ReadOnly
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class DefinitionEntity {

    @Id
    UUID id;

    String name;

    String version;

    @Column(name = "created_at")
    java.time.Instant createdAt;

    /** For the persistence provider. */
    protected DefinitionEntity() {}
}
