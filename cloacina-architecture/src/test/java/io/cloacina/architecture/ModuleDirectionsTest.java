package io.cloacina.architecture;

import io.cloacina.adapter.postgres.planted.AdapterThatKnowsTheRunner;
import io.cloacina.adapter.sqlite.planted.AdapterThatKnowsItsSibling;
import io.cloacina.contract.planted.ContractThatKnowsAnAdapter;
import io.cloacina.domain.planted.DomainThatKnowsAnAdapter;
import io.cloacina.domain.planted.DomainThatReadsFiles;
import io.cloacina.examples.planted.ExampleThatKnowsADatabase;
import io.cloacina.jpa.planted.KitThatKnowsTheRunner;
import io.cloacina.ports.planted.PortThatKnowsTheDatabase;
import io.cloacina.runner.planted.RunnerThatKnowsTheDatabase;
import io.cloacina.testsupport.planted.TestSupportThatKnowsTheRunner;
import org.junit.jupiter.api.Test;

/** Which module may know which. The user's own rule comes first. */
class ModuleDirectionsTest {
    private static final String[] CONCURRENCY = {
        "java.util.concurrent", "java.util.concurrent.atomic", "java.util.concurrent.locks"
    };
    private static final String[] SQL = {"java.sql", "javax.sql"};

    /** It may name the JDK's exceptions, because it says which of them are worth a retry. */
    @Test
    void the_domain_never_imports_adapter_code() {
        AllowList allowed = AllowList.of(Module.DOMAIN)
                .andExceptionsOf("java.io", "java.net", "java.nio.channels", "java.util.concurrent");
        Rule.that(allowed.rule())
                .finds(DomainThatKnowsAnAdapter.class, DomainThatReadsFiles.class)
                .holds();
    }

    @Test
    void the_ports_know_the_domain_only() {
        AllowList allowed = AllowList.of(Module.PORTS).and(Module.DOMAIN).and("java.io"); // reads its own resource
        Rule.that(allowed.rule()).finds(PortThatKnowsTheDatabase.class).holds();
    }

    @Test
    void the_runner_knows_ports_and_domain_and_no_database() {
        AllowList allowed = AllowList.of(Module.RUNNER)
                .and(Module.PORTS, Module.DOMAIN)
                .and(CONCURRENCY)
                .and("java.io", "org.slf4j..", "tools.jackson..", "com.fasterxml.jackson.annotation");
        Rule.that(allowed.rule()).finds(RunnerThatKnowsTheDatabase.class).holds();
    }

    @Test
    void the_kit_knows_persistence_libraries_and_not_the_runner() {
        AllowList allowed = AllowList.of(Module.JPA)
                .and(Module.PORTS, Module.DOMAIN)
                .and(CONCURRENCY)
                .and(SQL)
                .and("java.io", "java.time.temporal", "org.slf4j..")
                .and("java.net", "java.nio.file", "java.util.jar", "java.util.zip") // lists migrations, sums them up
                .and(
                        "jakarta.persistence..",
                        "org.eclipse.persistence..",
                        "com.zaxxer.hikari..",
                        "org.flywaydb.core..");
        Rule.that(allowed.rule()).finds(KitThatKnowsTheRunner.class).holds();
    }

    @Test
    void the_sqlite_adapter_knows_the_kit_and_its_driver_and_not_its_sibling() {
        AllowList allowed = adapter(Module.SQLITE)
                .and("org.sqlite..")
                .and("org.eclipse.persistence..") // has no platform for SQLite of its own
                .and("java.lang.reflect") // stands between the kit and the driver by proxies
                .and("java.util.logging"); // in a signature of javax.sql.DataSource
        Rule.that(allowed.rule()).finds(AdapterThatKnowsItsSibling.class).holds();
    }

    @Test
    void the_postgres_adapter_knows_the_kit_and_its_driver_and_not_the_runner() {
        AllowList allowed = adapter(Module.POSTGRES).and("org.postgresql..");
        Rule.that(allowed.rule()).finds(AdapterThatKnowsTheRunner.class).holds();
    }

    private static AllowList adapter(Module module) {
        return AllowList.of(module)
                .and(Module.JPA, Module.PORTS, Module.DOMAIN)
                .and(CONCURRENCY)
                .and(SQL)
                .and("java.io", "java.net", "java.nio.channels", "java.nio.file", "java.nio.file.attribute")
                .and("org.slf4j..", "com.zaxxer.hikari..");
    }

    @Test
    void the_contract_knows_ports_and_domain_and_no_store_but_its_own() {
        AllowList allowed = AllowList.of(Module.CONTRACT_TESTS)
                .and(Module.PORTS, Module.DOMAIN)
                .and(CONCURRENCY)
                .and("java.io", "java.lang.reflect", "java.time.temporal") // prints; names of test methods
                .and("org.junit.jupiter.api..", "org.assertj.core..");
        Rule.that(allowed.rule()).finds(ContractThatKnowsAnAdapter.class).holds();
    }

    /** So the same source runs on either database. */
    @Test
    void the_examples_know_what_a_user_knows() {
        AllowList allowed = AllowList.of(Module.EXAMPLES)
                .and(Module.RUNNER, Module.DOMAIN)
                .and(Module.PORTS.rootPackage()) // records that the runner answers with
                .and(CONCURRENCY)
                .and("java.io", "java.net", "java.nio..", "java.time.format", "org.slf4j");
        Rule.that(allowed.rule()).finds(ExampleThatKnowsADatabase.class).holds();
    }

    @Test
    void the_tools_of_the_tests_know_no_other_module() {
        AllowList allowed = AllowList.of(Module.TEST_SUPPORT)
                .and(CONCURRENCY)
                .and(SQL)
                .and("java.io", "java.lang.reflect", "java.net", "java.nio..")
                .and("org.apache.commons.compress..", "org.tukaani.xz")
                .and(
                        "org.slf4j..",
                        "org.junit.jupiter.api.extension",
                        "jdk.jfr..",
                        "java.util.logging") // listens for secrets
                .and("org.junit.platform.engine..", "org.junit.platform.launcher.."); // runs tests of other modules
        Rule.that(allowed.rule()).finds(TestSupportThatKnowsTheRunner.class).holds();
    }
}
