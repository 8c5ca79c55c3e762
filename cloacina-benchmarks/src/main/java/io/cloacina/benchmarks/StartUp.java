package io.cloacina.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cloacina.domain.context.Context;
import io.cloacina.domain.workflow.Workflow;
import io.cloacina.runner.DefaultRunner;
import io.cloacina.testsupport.ChildJvm;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceUnitTransactionType;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From an open JVM to the first result on a SQLite file that exists: Cloacina, beside what the parts it is made of take
 * for one statement. Each in a JVM of its own.
 */
final class StartUp {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Pattern OTHER_ADAPTER =
            Pattern.compile("cloacina-adapter-postgres|postgresql[^/\\\\]*\\.jar$");

    private StartUp() {}

    static String of(Backend backend, int rounds) {
        try (Database database = backend.newDatabase()) {
            millis("cloacina", database); // makes the file
            List<Double> bare = new ArrayList<>();
            List<Double> whole = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                bare.add(millis("bare", database));
                whole.add(millis("cloacina", database));
            }
            Spread floor = Spread.of(bare);
            Spread ours = Spread.of(whole);
            return String.format(
                    Locale.ROOT,
                    "Start-up on an existing file, ms: EclipseLink + HikariCP + sqlite-jdbc and one statement %s; open →"
                            + " first result %s: **%.2f** ×",
                    floor,
                    ours,
                    ours.median() / floor.median());
        }
    }

    private static double millis(String what, Database database) {
        try (ChildJvm child = ChildJvm.start(
                OtherProcess.AS_A_USER_STARTS_IT, withOneAdapter(), StartUp.class, what, database.url())) {
            String line = child.awaitLine(each -> each.startsWith("nanos "), PATIENCE);
            return Long.parseLong(line.substring("nanos ".length())) / 1e6;
        }
    }

    /** As a user's class path is, where SQLite is the database. */
    private static String withOneAdapter() {
        return Arrays.stream(ChildJvm.classPath().split(File.pathSeparator))
                .filter(entry -> !OTHER_ADAPTER.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The names of the classes that a JVM loads on its way to the first result, on a file that exists. */
    static List<String> classesLoaded(Backend backend) {
        try (Database database = backend.newDatabase()) {
            millis("cloacina", database);
            try (ChildJvm child = ChildJvm.start(
                    List.of("-Xlog:class+load:stdout:none"),
                    withOneAdapter(),
                    StartUp.class,
                    "cloacina",
                    database.url())) {
                List<String> names = new ArrayList<>();
                child.awaitLine(
                        line -> {
                            names.add(line.split(" ", 2)[0]);
                            return line.startsWith("nanos ");
                        },
                        PATIENCE);
                return names;
            }
        }
    }

    /** The JVM that is measured. */
    public static void main(String... arguments) {
        long begin = System.nanoTime();
        if (arguments[0].equals("bare")) {
            bare(arguments[1]);
        } else {
            cloacina(arguments[1]);
        }
        System.out.println("nanos " + (System.nanoTime() - begin));
    }

    private static void cloacina(String url) {
        Workflow single = Shape.single().workflow(context -> {});
        DefaultRunner runner = DefaultRunner.open(url, single); // ends with the process
        runner.execute(single.name(), Context.empty()).requireCompleted();
    }

    private static void bare(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + url.substring("sqlite://".length(), url.indexOf('?')));
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                EntityManagerFactory factory = new PersistenceConfiguration("bare")
                        .provider("org.eclipse.persistence.jpa.PersistenceProvider")
                        .transactionType(PersistenceUnitTransactionType.RESOURCE_LOCAL)
                        .property("jakarta.persistence.nonJtaDataSource", pool)
                        .createEntityManagerFactory();
                EntityManager entities = factory.createEntityManager()) {
            entities.createNativeQuery("select count(*) from workflow_executions")
                    .getResultList();
        }
    }
}
