package io.cloacina.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** The same sources make the same bytes, wherever and whenever: whoever doubts a jar can make it himself. */
    @ParameterizedTest
    @EnumSource(names = {"DOMAIN", "PORTS"})
    void a_jar_that_is_built_again_elsewhere_is_the_same(Module module) throws IOException {
        Path again = jar(Path.of("target", "it", "twice", module.directory(), "target"));

        assertThat(again.toRealPath()).isNotEqualTo(jar(module).toRealPath());
        assertThat(entries(again)).isEqualTo(entries(jar(module)));
        assertThat(again).hasSameBinaryContentAs(jar(module));
    }

    /** For a message that says more than that bytes differ. */
    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName() + " " + entry.getTime() + " " + Long.toHexString(entry.getCrc()))
                    .toList();
        }
    }

    private static Path jar(Module module) throws IOException {
        return jar(House.root().resolve(module.directory()).resolve("target"));
    }

    private static Path jar(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("cloacina-.*\\.jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
