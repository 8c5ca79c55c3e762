package io.cloacina.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.cloacina.adapter.postgres.planted.AdapterThatIsPublic;
import io.cloacina.adapter.sqlite.planted.AdapterThatReachesInside;
import io.cloacina.jpa.planted.EntityOutOfPlace;
import io.cloacina.ports.spi.StoreProvider;
import jakarta.persistence.Entity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a module shows, and what it keeps to itself. */
class VisibilityTest {
    @Test
    void an_adapter_shows_nothing_but_its_provider() {
        Rule.that(classes()
                        .that()
                        .resideInAnyPackage(Module.SQLITE.tree(), Module.POSTGRES.tree())
                        .and()
                        .arePublic()
                        .should()
                        .beAssignableTo(StoreProvider.class)
                        .orShould()
                        .beAssignableTo(
                                "org.eclipse.persistence.platform.database.DatabasePlatform") // made by EclipseLink,
                        // from the name of its
                        // class
                        .as("an adapter's public classes are providers"))
                .finds(AdapterThatIsPublic.class)
                .holds();
    }

    @Test
    void entities_stay_inside_the_kit() {
        Rule.that(classes()
                        .that()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .resideInAPackage("io.cloacina.jpa.internal..")
                        .as("entities live in io.cloacina.jpa.internal"))
                .finds(EntityOutOfPlace.class)
                .holds();
    }

    @Test
    void what_is_internal_is_used_by_its_own_module_only() {
        Rule.that(classes()
                        .that()
                        .resideInAPackage("io.cloacina..")
                        .should(stayOutOfForeignInternals())
                        .as("internal packages are used by their own module only"))
                .finds(AdapterThatReachesInside.class)
                .holds();
    }

    private static ArchCondition<JavaClass> stayOutOfForeignInternals() {
        return new ArchCondition<>("stay out of what is internal to another module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(VisibilityTest::entersForeignInternals)
                        .forEach(found -> events.add(SimpleConditionEvent.violated(type, found.getDescription())));
            }
        };
    }

    private static boolean entersForeignInternals(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        boolean internal = Arrays.asList(target.getPackageName().split("\\.")).contains("internal");
        return internal
                && target.getPackageName().startsWith("io.cloacina.")
                && !Module.of(target).equals(Module.of(dependency.getOriginClass()));
    }
}
