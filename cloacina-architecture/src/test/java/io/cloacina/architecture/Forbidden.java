package io.cloacina.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** What no class of some modules may call or refer to, but for named classes, each the one door to it. */
final class Forbidden {
    private final String what;
    private final Predicate<AccessTarget> target;
    private final List<Module> modules;

    private Forbidden(String what, Predicate<AccessTarget> target, List<Module> modules) {
        this.what = what;
        this.target = target;
        this.modules = modules;
    }

    /** @param target a method, constructor or field that is called, read or named by a method reference */
    static Forbidden in(List<Module> modules, String what, Predicate<AccessTarget> target) {
        return new Forbidden(what, target, modules);
    }

    ArchRule rule(String... doors) {
        return noClasses()
                .that(describe("are not " + Arrays.toString(doors), type -> isJudged(type) && !isDoor(type, doors)))
                .should()
                .accessTargetWhere(describe(what, (JavaAccess<?> access) -> target.test(access.getTarget())))
                .as("no class but " + Arrays.toString(doors) + ": " + what);
    }

    private boolean isJudged(JavaClass type) {
        return Module.of(type).filter(modules::contains).isPresent();
    }

    private static boolean isDoor(JavaClass type, String... doors) {
        return Arrays.stream(doors)
                .anyMatch(door -> type.getName().equals(door) || type.getName().startsWith(door + "$"));
    }
}
