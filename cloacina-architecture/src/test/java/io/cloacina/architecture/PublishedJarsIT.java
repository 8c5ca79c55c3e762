package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jars as they are published: each is a module named like its package; docs/decisions/0005-modules.md says which is automatic. */
class PublishedJarsIT {
    private static final Set<Module> AUTOMATIC = Set.of(Module.CONTRACT_TESTS);

    @Test
    void each_jar_is_the_module_of_its_root_package() throws IOException {
        for (Module module : Module.published()) {
            ModuleDescriptor descriptor = ModuleFinder.of(jar(module)).findAll().stream()
                    .map(ModuleReference::descriptor)
                    .findFirst()
                    .orElseThrow();
            assertThat(descriptor.name()).isEqualTo(module.rootPackage());
            assertThat(descriptor.isAutomatic()).as(descriptor.name()).isEqualTo(AUTOMATIC.contains(module));
        }
    }

    private static Path jar(Module module) throws IOException {
        Path target = House.root().resolve(module.directory()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("cloacina-.*\\.jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
