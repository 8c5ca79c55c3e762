package io.cloacina.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.cloacina.domain.planted.DomainHelper;
import io.cloacina.domain.planted.cycle.left.Left;
import io.cloacina.domain.planted.cycle.right.Right;
import io.cloacina.ports.planted.unmarked.Unmarked;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Packages are concepts: each marked, none in a cycle, nothing named for being useful. */
class PackagesTest {
    @Test
    void each_package_is_null_marked() {
        Rule.that(classes()
                        .that()
                        .resideInAPackage("io.cloacina..")
                        .should(liveInANullMarkedPackage())
                        .as("each package has a package-info with @NullMarked"))
                .finds(Unmarked.class)
                .holds();
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().tryGetPackageInfo().isPresent()
                        && type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " lives in an unmarked package"));
            }
        };
    }

    /**
     * Between the concepts of a module. A module's root package is left out: it is the API, whose classes start what is internal, which in turn
     * speaks the API's types (settings, results); that relation is accepted, and the only one that goes both ways.
     */
    @Test
    void the_concepts_of_a_module_form_no_cycle() {
        for (Module module : Module.values()) {
            Rule.that(slices().matching(module.rootPackage() + ".(*)..")
                            .should()
                            .beFreeOfCycles()
                            .allowEmptyShould(true))
                    .holds();
        }
        Rule.that(slices().matching("io.cloacina.runner.internal.(*)..")
                        .should()
                        .beFreeOfCycles())
                .holds();
        Rule.that(slices().matching("io.cloacina.domain.planted.cycle.(*)..")
                        .should()
                        .beFreeOfCycles())
                .findsTogether(Left.class, Right.class);
    }

    /** The name of a concept says what it is; these say that nobody knew. */
    @Test
    void no_class_is_named_for_being_useful() {
        Rule.that(noClasses()
                        .should()
                        .haveNameMatching("io\\.cloacina\\..*(Util|Utils|Helper|Helpers|Common|Manager|Misc)(\\$.*)?")
                        .as("no class is a util, helper, common or manager"))
                .finds(DomainHelper.class)
                .holds();
    }
}
