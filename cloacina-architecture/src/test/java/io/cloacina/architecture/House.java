package io.cloacina.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** The production classes of all modules, read once, and the place where their sources are. */
final class House {
    /** Without this module's own tests, where the planted violations live. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.cloacina");

    private House() {}

    static JavaClasses classesOf(Module module) {
        return CLASSES.that(describe("classes of " + module.directory(), module::owns));
    }

    static JavaClasses planted(Class<?>... plants) {
        return new ClassFileImporter().importClasses(plants);
    }

    /** The directory of the root POM; the tests of a module run in the module's own directory. */
    static Path root() {
        Path root = Path.of("").toAbsolutePath().getParent();
        if (root == null || !Files.exists(root.resolve("cloacina-bom").resolve("pom.xml"))) {
            throw new IllegalStateException(
                    "The working directory is not that of cloacina-architecture in the source tree");
        }
        return root;
    }
}
