package io.cloacina.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What no class of some modules may call or refer to, but for a few doors, each a named class with its reason. */
final class Forbidden {
    private final String what;
    private final Predicate<AccessTarget> target;
    private final List<Module> modules;
    private final Map<String, String> doors = new LinkedHashMap<>();

    private Forbidden(String what, Predicate<AccessTarget> target, List<Module> modules) {
        this.what = what;
        this.target = target;
        this.modules = modules;
    }

    /** @param target a method, constructor or field that is called, read or named by a method reference */
    static Forbidden in(List<Module> modules, String what, Predicate<AccessTarget> target) {
        return new Forbidden(what, target, modules);
    }

    /** Lets one class, with what is nested in it, do the forbidden thing. */
    Forbidden but(String type, String reason) {
        doors.put(type, reason);
        return this;
    }

    ArchRule rule() {
        return noClasses()
                .that(describe("are no door", type -> isJudged(type) && !isDoor(type)))
                .should()
                .accessTargetWhere(describe(what, (JavaAccess<?> access) -> target.test(access.getTarget())))
                .as("No class " + what + ", but " + doors);
    }

    private boolean isJudged(JavaClass type) {
        return Module.of(type).filter(modules::contains).isPresent();
    }

    private boolean isDoor(JavaClass type) {
        return doors.keySet().stream()
                .anyMatch(door -> type.getName().equals(door) || type.getName().startsWith(door + "$"));
    }
}
