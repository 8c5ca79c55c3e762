package io.cloacina.adapter.sqlite.measure;

import io.cloacina.adapter.sqlite.SqlitePlatform;
import io.cloacina.adapter.sqlite.measure.Rows.ContextRow;
import io.cloacina.adapter.sqlite.measure.Rows.EventRow;
import io.cloacina.adapter.sqlite.measure.Rows.ExecutionRow;
import io.cloacina.adapter.sqlite.measure.Rows.TaskRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** Claims and completes tasks by finding, changing and persisting entities. */
public final class EntityStyle implements AutoCloseable {

    private final EntityManagerFactory factory;

    /** Writes through connections of that source. */
    public EntityStyle(DataSource source) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("entity-style")
                .provider(PersistenceProvider.class.getName())
                .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                .property("jakarta.persistence.nonJtaDataSource", source)
                .property("eclipselink.target-database", SqlitePlatform.class.getName())
                .property("eclipselink.cache.shared.default", "false")
                .property("eclipselink.weaving", "false")
                .property("eclipselink.jdbc.batch-writing", "JDBC")
                .property("eclipselink.logging.level", "OFF");
        Rows.ALL.forEach(configuration::managedClass);
        factory = configuration.createEntityManagerFactory();
    }

    /** Claims up to so many tasks in one transaction, and completes them in another; how many there were. */
    public int cycle(int limit) {
        List<TaskRow> claimed = transaction(entities -> claim(entities, limit));
        return claimed.isEmpty() ? 0 : transaction(entities -> complete(entities, claimed));
    }

    private static List<TaskRow> claim(EntityManager entities, int limit) {
        Instant now = Instant.now();
        List<TaskRow> ready = entities.createQuery(
                        "select t from TaskRow t where t.claimable = true order by t.priority desc, t.dueAt",
                        TaskRow.class)
                .setMaxResults(limit)
                .getResultList();
        for (TaskRow task : ready) {
            task.status = "RUNNING";
            task.claimable = false;
            task.epoch++;
            task.worker = "entities";
            task.leaseUntil = now.plusSeconds(30);
            task.startedAt = now;
            task.updatedAt = now;
            ExecutionRow execution = entities.find(ExecutionRow.class, task.execution);
            execution.status = "RUNNING";
            execution.startedAt = now;
            execution.updatedAt = now;
            entities.persist(new EventRow(task.execution, "TASK_CLAIMED", task.ordinal, task.epoch, "entities", now));
        }
        return ready;
    }

    private static int complete(EntityManager entities, List<TaskRow> claimed) {
        Instant now = Instant.now();
        for (TaskRow held : claimed) {
            ExecutionRow execution = entities.find(ExecutionRow.class, held.execution);
            TaskRow task = entities.find(TaskRow.class, new Rows.TaskKey(held.execution, held.ordinal));
            task.status = "COMPLETED";
            task.worker = null;
            task.leaseUntil = null;
            task.completedAt = now;
            task.updatedAt = now;
            execution.status = "COMPLETED";
            execution.openTasks = 0;
            execution.completedAt = now;
            execution.updatedAt = now;
            entities.persist(new ContextRow(task.execution, task.ordinal, "{\"k\":0}", "{\"k\":1}", now));
            entities.persist(new EventRow(task.execution, "TASK_COMPLETED", task.ordinal, task.epoch, "entities", now));
            entities.persist(new EventRow(task.execution, "EXECUTION_COMPLETED", null, 0, "entities", now));
        }
        return claimed.size();
    }

    private <T> T transaction(Function<EntityManager, T> work) {
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            entities.unwrap(Connection.class);
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
