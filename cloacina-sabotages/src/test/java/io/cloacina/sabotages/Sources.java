package io.cloacina.sabotages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Our own sources, as they stand in the tree that is being built. */
final class Sources {

    private Sources() {}

    /** The directory of the root POM; the tests of a module run in the module's own directory. */
    static Path root() {
        Path root = Path.of("").toAbsolutePath().getParent();
        if (root == null || !Files.exists(root.resolve("cloacina-bom").resolve("pom.xml"))) {
            throw new IllegalStateException(
                    "The working directory is not that of cloacina-sabotages in the source tree");
        }
        return root;
    }

    /** The text of these classes with all edits, by class name. */
    static Map<String, String> broken(List<Edit> edits, Set<String> alongWith) {
        Map<String, String> texts = new TreeMap<>();
        alongWith.forEach(className -> texts.put(className, text(className)));
        for (Edit edit : edits) {
            String before = texts.getOrDefault(edit.className(), text(edit.className()));
            texts.put(edit.className(), edit.applyTo(before));
        }
        return texts;
    }

    private static String text(String className) {
        String file = "src/main/java/" + className.replace('.', '/') + ".java";
        try (Stream<Path> modules = Files.list(root())) {
            Path found = modules.map(module -> module.resolve(file))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() ->
                            new AssertionError(className + " has no source any more. Bring this sabotage up to date."));
            return Files.readString(found);
        } catch (IOException e) {
            throw new UncheckedIOException("The source of " + className + " cannot be read", e);
        }
    }
}
