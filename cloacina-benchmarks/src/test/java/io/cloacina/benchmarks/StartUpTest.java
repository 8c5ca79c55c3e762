package io.cloacina.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a JVM loads on its way to the first result is what the way takes: nearly all of the time goes there. */
@Timeout(120)
class StartUpTest {

    private static final String PARSER = "org.eclipse.persistence.jpa.jpql.";
    private static final String ENTITIES = "io.cloacina.jpa.internal.";

    @Test
    void the_first_result_waits_for_no_entity_and_no_parser_of_queries() {
        List<String> loaded = StartUp.classesLoaded(new SqliteBackend("FULL"));

        assertThat(loaded).anyMatch(name -> name.startsWith("org.eclipse.persistence.sessions."));
        assertThat(loaded).filteredOn(name -> name.startsWith(PARSER)).isEmpty();
        assertThat(loaded)
                .filteredOn(name -> name.startsWith(ENTITIES) && name.endsWith("Entity"))
                .isEmpty();
    }
}
