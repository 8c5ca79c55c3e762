package io.cloacina.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import io.cloacina.adapter.sqlite.planted.AdapterThatReachesOut;
import io.cloacina.adapter.sqlite.planted.AdapterThatTouchesTheFile;
import io.cloacina.domain.planted.DomainThatLogs;
import io.cloacina.jpa.planted.KitThatDeserialises;
import io.cloacina.jpa.planted.KitThatLogsItsOwnWay;
import io.cloacina.runner.planted.RunnerThatLetsJsonNameClasses;
import io.cloacina.runner.planted.RunnerThatLoadsClassesByName;
import io.cloacina.runner.planted.RunnerThatPrints;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a library does to the process and the machine it is a guest of: logs through slf4j, and little else. */
class SideEffectsTest {
    private static final Set<String> CLASS_LOADERS = Set.of("forName", "loadClass", "findClass", "defineClass");

    @Test
    void domain_ports_and_contract_do_not_log() {
        Rule.that(noClasses()
                        .that()
                        .resideInAnyPackage(Module.DOMAIN.tree(), Module.PORTS.tree(), Module.CONTRACT_TESTS.tree())
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.slf4j.."))
                        .as("domain, ports and contract do not log"))
                .finds(DomainThatLogs.class)
                .holds();
    }

    @Test
    void whoever_logs_does_it_by_slf4j() {
        Rule.that(Forbidden.in(List.of(Module.values()), "logs past slf4j", SideEffectsTest::logsElsewhere)
                        .but("io.cloacina.testsupport.canary.DriverLog", "hears what drivers log past slf4j")
                        .rule())
                .finds(KitThatLogsItsOwnWay.class)
                .holds();
    }

    private static boolean logsElsewhere(AccessTarget target) {
        return Stream.of(
                        "java.util.logging",
                        "org.apache.commons.logging",
                        "org.apache.logging",
                        "java.lang.System$Logger")
                .anyMatch(target.getOwner().getName()::startsWith);
    }

    @Test
    void no_library_class_prints() {
        Rule.that(Forbidden.in(Module.published(), "prints to the user's terminal", SideEffectsTest::prints)
                        .but("io.cloacina.contract.ContractRun", "tells whoever runs the tests what was left out")
                        .but("io.cloacina.runner.Verify", "is a command")
                        .rule())
                .finds(RunnerThatPrints.class)
                .holds();
    }

    private static boolean prints(AccessTarget target) {
        return target.getOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err").contains(target.getName())
                || target.getOwner().isAssignableTo(PrintStream.class)
                || target.getOwner().isAssignableTo(Throwable.class)
                        && target.getName().equals("printStackTrace");
    }

    /** A second descriptor on a database file: closing it drops SQLite's POSIX locks of the whole process. */
    @Test
    void files_are_touched_by_named_classes_only() {
        Rule.that(Forbidden.in(Module.published(), "opens or changes files", SideEffectsTest::touchesFiles)
                        .but(
                                "io.cloacina.jpa.AppliedMigrations",
                                "lists the migrations of a build that is in no jar yet")
                        .but("io.cloacina.adapter.postgres.Tls", "looks whether the URL's certificate is there")
                        .but("io.cloacina.adapter.sqlite.DatabaseFile", "looks and creates, before SQLite opens it")
                        .but("io.cloacina.adapter.sqlite.FileWatch", "reads which file a name means, opens none")
                        .but("io.cloacina.adapter.sqlite.MigrationLock", "its own file beside the database")
                        .rule())
                .finds(AdapterThatTouchesTheFile.class)
                .holds();
    }

    private static boolean touchesFiles(AccessTarget target) {
        return Stream.of(
                        Files.class,
                        File.class,
                        FileInputStream.class,
                        FileOutputStream.class,
                        RandomAccessFile.class,
                        FileChannel.class)
                .anyMatch(target.getOwner()::isEquivalentTo);
    }

    @Test
    void stored_bytes_never_become_objects_by_java_serialisation() {
        Rule.that(Forbidden.in(
                                List.of(Module.values()),
                                "reads Java objects",
                                target -> target.getOwner().isAssignableTo(ObjectInputStream.class))
                        .rule())
                .finds(KitThatDeserialises.class)
                .holds();
    }

    @Test
    void no_class_is_loaded_by_a_name_that_was_stored() {
        Rule.that(Forbidden.in(Module.published(), "loads a class by name", SideEffectsTest::loadsClasses)
                        .but("io.cloacina.runner.internal.system.VirtualThreads", "a constant that JDK 17 lacks")
                        .rule())
                .finds(RunnerThatLoadsClassesByName.class)
                .holds();
    }

    private static boolean loadsClasses(AccessTarget target) {
        boolean loader = target.getOwner().isEquivalentTo(Class.class)
                || target.getOwner().isAssignableTo(ClassLoader.class)
                || target.getOwner().isAssignableTo(MethodHandles.Lookup.class);
        return loader && CLASS_LOADERS.contains(target.getName());
    }

    @Test
    void no_json_says_which_class_it_becomes() {
        Rule.that(Forbidden.in(
                                List.of(Module.values()),
                                "lets JSON name classes",
                                target -> target.getName().matches("(activate|enable|set)Default(Typing.*|er)")
                                        || target.getOwner().getName().contains(".PolymorphicTypeValidator")
                                        || target.getOwner().getName().contains(".BasicPolymorphicTypeValidator"))
                        .rule())
                .finds(RunnerThatLetsJsonNameClasses.class)
                .holds();
    }

    /** Databases are reached by their drivers; a library that asks others or runs programs is a way out for whoever controls a text. */
    @Test
    void no_library_class_asks_other_hosts_names_objects_of_a_directory_or_runs_programs() {
        Rule.that(Forbidden.in(Module.published(), "reaches beyond its database", SideEffectsTest::reachesOut)
                        .but("io.cloacina.jpa.MigrationFolder", "reads the jar of its adapter")
                        .rule())
                .finds(AdapterThatReachesOut.class)
                .holds();
    }

    private static boolean reachesOut(AccessTarget target) {
        boolean parses = Stream.of(
                        "javax.naming.", "javax.script.", "javax.xml.", "org.xml.", "java.rmi.", "java.net.http.")
                .anyMatch(target.getOwner().getName()::startsWith);
        return parses
                || target.getOwner().isAssignableTo(ProcessBuilder.class)
                || target.getOwner().isEquivalentTo(Runtime.class)
                        && Set.of("exec", "load", "loadLibrary").contains(target.getName())
                || target.getOwner().isAssignableTo(Socket.class)
                || target.getOwner().isEquivalentTo(URL.class)
                        && Set.of("openConnection", "openStream", "getContent").contains(target.getName());
    }
}
