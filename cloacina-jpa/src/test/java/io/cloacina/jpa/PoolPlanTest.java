package io.cloacina.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.util.Credentials;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pool is made of comes from us alone: no text that we are given names a class, a JNDI name or SQL. */
class PoolPlanTest {

    private static final String FILE = "hikaricp.configurationFile";
    private static final DataSource SOURCE = (DataSource) Proxy.newProxyInstance(
            PoolPlanTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    @TempDir
    Path folder;

    private static final List<String> LOADED = new ArrayList<>();

    /** A class that the host's file names. */
    public static final class Foreign implements SQLExceptionOverride {
        static {
            LOADED.add("an override");
        }
    }

    /** Another one. */
    public static final class ForeignThreads implements ThreadFactory {
        public ForeignThreads() {
            LOADED.add("a thread factory");
        }

        @Override
        public Thread newThread(Runnable work) {
            throw new UnsupportedOperationException();
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty(FILE);
    }

    @Test
    void a_plan_has_a_name_numbers_and_nothing_that_could_name_a_class() {
        assertThat(Arrays.stream(PoolPlan.class.getRecordComponents()).map(RecordComponent::getType))
                .containsExactly(String.class, int.class, Duration.class, boolean.class);
    }

    @Test
    void a_pool_is_given_its_connections_and_no_text_but_its_name() throws ReflectiveOperationException {
        Map<String, @Nullable Object> settings = settings();

        assertThat(settings).containsEntry("getDataSource", "the source");
        assertThat(settings).containsEntry("getMaximumPoolSize", 3);
        settings.values().removeIf(value -> !(value instanceof String));
        assertThat(settings).containsExactly(entry("getDataSource", "the source"), entry("getPoolName", "ours"));
    }

    /** What is restored is what a new version of the pool may have changed. */
    @Test
    void all_else_is_as_the_pool_itself_would_have_it() throws ReflectiveOperationException {
        Map<String, @Nullable Object> ours = settings();
        Map<String, @Nullable Object> fresh = settings(new HikariConfig());
        for (String own : List.of("getPoolName", "getDataSource", "getMaximumPoolSize", "getMinimumIdle")) {
            ours.remove(own);
            fresh.remove(own);
        }
        assertThat(ours).isEqualTo(fresh);
    }

    @Test
    void a_file_of_settings_for_the_pools_of_the_host_changes_nothing() throws Exception {
        Map<String, @Nullable Object> without = settings();
        Path file = Files.writeString(folder.resolve("host.properties"), """
                jdbcUrl=jdbc:postgresql://elsewhere/host
                username=host
                password=canary-in-the-mine
                dataSourceClassName=org.postgresql.ds.PGSimpleDataSource
                dataSourceJNDI=ldap://127.0.0.1:1/evil
                dataSource.databaseName=host
                exceptionOverrideClassName=io.cloacina.jpa.PoolPlanTest$Foreign
                connectionInitSql=drop table orders
                connectionTestQuery=select evil()
                catalog=host
                schema=host
                transactionIsolation=TRANSACTION_SERIALIZABLE
                autoCommit=false
                readOnly=true
                isolateInternalQueries=true
                registerMbeans=true
                allowPoolSuspension=true
                initializationFailTimeout=-1
                maximumPoolSize=77
                minimumIdle=5
                connectionTimeout=250
                validationTimeout=250
                idleTimeout=11000
                maxLifetime=31000
                keepaliveTime=30000
                leakDetectionThreshold=2000
                """);
        System.setProperty(FILE, file.toString());
        assertThat(new HikariConfig().getUsername()).as("the file is read").isEqualTo("host");

        assertThat(settings()).isEqualTo(without);
    }

    @Test
    void no_class_that_the_file_of_the_host_names_is_loaded() throws Exception {
        Path file = Files.writeString(folder.resolve("host.properties"), """
                exceptionOverrideClassName=io.cloacina.jpa.PoolPlanTest$Foreign
                threadFactory=io.cloacina.jpa.PoolPlanTest$ForeignThreads
                """);
        System.setProperty(FILE, file.toString());

        assertThatThrownBy(() -> new PoolPlan("ours", 1, Duration.ofMillis(250), true)
                        .open(
                                SOURCE,
                                ErrorTable.otherwise(ErrorTable.Kind.UNUSABLE, "Report it.")
                                        .build()))
                .isInstanceOf(RuntimeException.class);

        assertThat(LOADED).isEmpty();
        assertThat(System.getProperty(FILE)).as("the host's own").isEqualTo(file.toString());
        assertThat(new HikariConfig().getThreadFactory()).isInstanceOf(ForeignThreads.class);
    }

    @Test
    void one_connection_is_there_from_the_start_and_no_more_than_its_size() {
        HikariConfig config = new PoolPlan("ours", 3, Duration.ofSeconds(30), true).config(SOURCE);

        assertThat(config.getMinimumIdle()).isOne();
        assertThat(config.getMaximumPoolSize()).isEqualTo(3);
    }

    private static Map<String, @Nullable Object> settings() throws ReflectiveOperationException {
        return settings(new PoolPlan("ours", 3, Duration.ofSeconds(30), true).config(SOURCE));
    }

    private static Map<String, @Nullable Object> settings(HikariConfig config) throws ReflectiveOperationException {
        Map<String, @Nullable Object> settings = new TreeMap<>();
        for (Method method : HikariConfig.class.getMethods()) {
            if (method.getParameterCount() == 0
                    && method.getName().matches("(get|is)[A-Z].*")
                    && method.getReturnType() != Credentials.class // user and password are asked for by themselves
                    && method.getDeclaringClass() == HikariConfig.class) {
                Object value = method.invoke(config);
                settings.put(method.getName(), value == SOURCE ? "the source" : value);
            }
        }
        return settings;
    }
}
