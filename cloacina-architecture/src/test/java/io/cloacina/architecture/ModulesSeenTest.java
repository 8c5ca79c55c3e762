package io.cloacina.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Before any rule: the classes it judges were really read. */
class ModulesSeenTest {
    @ParameterizedTest
    @EnumSource(Module.class)
    void each_module_was_seen(Module module) {
        assertThat(House.classesOf(module))
                .as("production classes of %s", module.directory())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(origin(type)).contains("/" + module.directory()));
    }

    @Test
    void each_class_belongs_to_a_module_that_the_rules_know() {
        assertThat(House.CLASSES)
                .allSatisfy(
                        type -> assertThat(Module.of(type)).as(type.getName()).isPresent());
    }

    @Test
    void a_package_belongs_to_one_module() {
        Map<String, Set<String>> homes = House.CLASSES.stream()
                .collect(groupingBy(
                        JavaClass::getPackageName,
                        mapping(type -> Module.of(type).orElseThrow().directory(), toSet())));
        assertThat(homes)
                .isNotEmpty()
                .allSatisfy((name, modules) -> assertThat(modules).as(name).hasSize(1));
    }

    private static String origin(JavaClass type) {
        return type.getSource().map(Source::getUri).orElseThrow().toString();
    }
}
