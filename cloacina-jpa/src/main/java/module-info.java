/** The ports on Jakarta Persistence, for adapters to complete by a dialect. */
module io.cloacina.jpa {
    requires transitive io.cloacina.ports;
    requires transitive java.sql;
    requires transitive jakarta.persistence;
    requires transitive com.zaxxer.hikari;
    requires flyway.core;
    requires org.eclipse.persistence.core;
    requires org.eclipse.persistence.jpa;
    requires org.objectweb.asm; // EclipseLink reads the entities with it, and asks for it only at run time
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.cloacina.jpa;
    exports io.cloacina.jpa.url;

    // The rows, read and written by the persistence provider.
    opens io.cloacina.jpa.internal to
            org.eclipse.persistence.core,
            org.eclipse.persistence.jpa;
}
