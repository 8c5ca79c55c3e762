package io.cloacina.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The modules that have code, by the directory of their sources and the one package tree that is theirs. */
enum Module {
    DOMAIN("cloacina-domain", "io.cloacina.domain", true),
    PORTS("cloacina-ports", "io.cloacina.ports", true),
    RUNNER("cloacina-runner", "io.cloacina.runner", true),
    JPA("cloacina-jpa", "io.cloacina.jpa", true),
    SQLITE("cloacina-adapter-sqlite", "io.cloacina.adapter.sqlite", true),
    POSTGRES("cloacina-adapter-postgres", "io.cloacina.adapter.postgres", true),
    CONTRACT_TESTS("cloacina-contract-tests", "io.cloacina.contract", true),
    EXAMPLES("cloacina-examples", "io.cloacina.examples", false),
    TEST_SUPPORT("cloacina-test-support", "io.cloacina.testsupport", false);

    private final String directory;
    private final String rootPackage;
    private final boolean published;

    Module(String directory, String rootPackage, boolean published) {
        this.directory = directory;
        this.rootPackage = rootPackage;
        this.published = published;
    }

    static List<Module> published() {
        return Arrays.stream(values()).filter(module -> module.published).toList();
    }

    static Optional<Module> of(JavaClass type) {
        return Arrays.stream(values()).filter(module -> module.owns(type)).findFirst();
    }

    String directory() {
        return directory;
    }

    String rootPackage() {
        return rootPackage;
    }

    /** ArchUnit's notation for the package and all below it. */
    String tree() {
        return rootPackage + "..";
    }

    boolean owns(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(rootPackage) || name.startsWith(rootPackage + ".");
    }
}
