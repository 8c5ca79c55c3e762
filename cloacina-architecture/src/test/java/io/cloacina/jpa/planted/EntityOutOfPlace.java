package io.cloacina.jpa.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row that everybody can see. */
@Entity
public class EntityOutOfPlace {
    @Id
    long id;
}
