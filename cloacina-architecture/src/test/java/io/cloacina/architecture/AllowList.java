package io.cloacina.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a module may know: everything that is not listed is forbidden, so nothing has to be foreseen. */
final class AllowList {
    /** The part of the JDK that computes and neither reads, writes, connects, waits nor reflects. */
    private static final List<String> PURE_JAVA = List.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke", // lambdas, and fields published without a lock
            "java.lang.runtime", // equals and hashCode of records
            "java.math",
            "java.nio", // buffers in memory
            "java.nio.charset",
            "java.security", // digests
            "java.time",
            "java.util",
            "java.util.function",
            "java.util.random",
            "java.util.regex",
            "java.util.stream");

    private final Module module;
    private final List<String> packages = new ArrayList<>();
    private final List<String> exceptions = new ArrayList<>();

    private AllowList(Module module) {
        this.module = module;
        packages.addAll(PURE_JAVA);
        packages.add("org.jspecify.annotations");
        packages.add(module.tree());
    }

    static AllowList of(Module module) {
        return new AllowList(module);
    }

    AllowList and(Module... others) {
        Arrays.stream(others).map(Module::tree).forEach(packages::add);
        return this;
    }

    AllowList and(String... others) {
        packages.addAll(Arrays.asList(others));
        return this;
    }

    /** Of these packages the exceptions, and nothing that could throw them. */
    AllowList andExceptionsOf(String... others) {
        exceptions.addAll(Arrays.asList(others));
        return this;
    }

    ArchRule rule() {
        return classes()
                .that()
                .resideInAPackage(module.tree())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new))
                        .or(assignableTo(Throwable.class).and(resideInAnyPackage(exceptions.toArray(String[]::new)))))
                .as(module.directory() + " knows only " + packages + " and exceptions of " + exceptions);
    }
}
