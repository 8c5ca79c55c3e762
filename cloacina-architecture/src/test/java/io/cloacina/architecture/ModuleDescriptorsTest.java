package io.cloacina.architecture;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What modules say to the module system is what they say to the class path. */
class ModuleDescriptorsTest {
    private static final String INTERNAL = ".internal";

    @ParameterizedTest
    @EnumSource(names = {"DOMAIN", "PORTS", "RUNNER", "JPA", "SQLITE", "POSTGRES"})
    void services_are_the_same_on_the_module_path_and_on_the_class_path(Module module) {
        assertThat(provided(descriptor(module))).isEqualTo(registered(module));
    }

    @Test
    void adapters_provide_the_store_and_the_runner_the_binding() {
        assertThat(registered(Module.SQLITE)).containsOnlyKeys("io.cloacina.ports.spi.StoreProvider");
        assertThat(registered(Module.POSTGRES)).containsOnlyKeys("io.cloacina.ports.spi.StoreProvider");
        assertThat(registered(Module.RUNNER)).containsOnlyKeys("io.cloacina.domain.context.DataBinding");
        assertThat(descriptor(Module.RUNNER).uses()).containsExactly("io.cloacina.ports.spi.StoreProvider");
        assertThat(descriptor(Module.DOMAIN).uses()).containsExactly("io.cloacina.domain.context.DataBinding");
    }

    @ParameterizedTest
    @EnumSource(names = {"DOMAIN", "PORTS", "RUNNER", "JPA", "SQLITE", "POSTGRES"})
    void every_package_but_internal_ones_is_exported_and_adapters_show_none(Module module) {
        boolean adapter = module == Module.SQLITE || module == Module.POSTGRES;
        Set<String> shown = House.classesOf(module).stream()
                .map(type -> type.getPackageName())
                .filter(name -> !adapter && !name.contains(INTERNAL))
                .collect(toSet());
        assertThat(exported(descriptor(module))).isEqualTo(shown);
    }

    @Test
    void the_domain_needs_nothing_but_java_itself() {
        assertThat(descriptor(Module.DOMAIN).requires())
                .filteredOn(required -> !required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactly("java.base");
    }

    private static Set<String> exported(ModuleDescriptor descriptor) {
        return descriptor.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(toSet());
    }

    private static Map<String, Set<String>> provided(ModuleDescriptor descriptor) {
        return descriptor.provides().stream()
                .collect(toMap(ModuleDescriptor.Provides::service, provides -> Set.copyOf(provides.providers())));
    }

    private static Map<String, Set<String>> registered(Module module) {
        Path services = classes(module).resolve("META-INF").resolve("services");
        Map<String, Set<String>> registered = new TreeMap<>();
        if (Files.exists(services)) {
            try (Stream<Path> files = Files.list(services)) {
                files.forEach(file -> registered.put(file.getFileName().toString(), providersIn(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return registered;
    }

    private static Set<String> providersIn(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModuleDescriptor descriptor(Module module) {
        try (InputStream descriptor = Files.newInputStream(classes(module).resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes(Module module) {
        return House.root().resolve(module.directory()).resolve("target").resolve("classes");
    }
}
