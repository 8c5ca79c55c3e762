package io.cloacina.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.jpa.planted.KitThatDeserialises;
import io.cloacina.runner.planted.RunnerThatLetsJsonNameClasses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * Which classes of others on a user's class path can make objects of the classes that data names: by Java serialization, or by JSON. Our own
 * may not, see {@link SideEffectsTest}; each of these is known here by the reason why it makes none for us. Where this fails after an upgrade,
 * find out who calls the new one.
 */
class ObjectsFromDataIT {

    /** What a class file holds that refers to one of them, by a constant or for reflection. */
    private static final List<String> NAMES = List.of(
            "java/io/ObjectInputStream",
            "java.io.ObjectInputStream",
            "activateDefaultTyping",
            "enableDefaultTyping",
            "BasicPolymorphicTypeValidator");

    private static final String HOOKS = "how an object of it is read; opens no stream, and is called by one alone";

    private static final List<Known> KNOWN = List.of(
            new Known(
                    "org.eclipse.persistence.core",
                    HOOKS,
                    "DatasourceCall",
                    "IdentityHashSet",
                    "IdentityWeakHashMap",
                    "NonSynchronizedVector",
                    "ObjectChangeSet"),
            new Known(
                    "org.eclipse.persistence.core",
                    "for columns mapped as serialised objects, of which our entities have none, and for caches that are told of changes by others, "
                            + "while ours are off",
                    "CustomObjectInputStream",
                    "JavaSerializer"),
            new Known("org.eclipse.persistence.core", "nobody calls it", "SerializationHelper"),
            new Known("org.eclipse.persistence.core", "a command of its own", "JCEEncryptorCmd"),
            new Known(
                    "org.eclipse.persistence.jpa",
                    "only where the property eclipselink.project-cache names a file, which we do not set",
                    "FileBasedProjectCache"),
            new Known(
                    "flyway-core", "for the licences of editions that are bought; nobody calls it", "EncryptionUtils"),
            new Known("postgresql", HOOKS, "PGConnectionPoolDataSource", "PGSimpleDataSource"),
            new Known(
                    "postgresql",
                    "copies the settings of one source to another, for a pool that is not ours",
                    "BaseDataSource"),
            new Known("sqlite-jdbc", HOOKS, "FastDateParser", "FastDatePrinter"),
            new Known("jackson-core", HOOKS, "ContentReference", "SerializedString"),
            new Known("jackson-databind", HOOKS, "PrivateMaxEntriesMap"),
            new Known(
                    "jackson-databind",
                    "lets JSON name classes for whoever calls it; we do not",
                    "BasicPolymorphicTypeValidator",
                    "MapperBuilder"));

    @Test
    void each_class_of_others_that_could_make_objects_of_data_is_known_and_makes_none_for_us() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (BroughtJar jar : BroughtJar.all()) {
            Set<String> classes = referringClasses(jar);
            if (!classes.isEmpty()) {
                found.put(jar.artifact(), classes);
            }
        }

        assertThat(found).isEqualTo(known());
    }

    @Test
    void a_class_that_does_so_is_seen() throws IOException {
        for (Class<?> planted : List.of(KitThatDeserialises.class, RunnerThatLetsJsonNameClasses.class)) {
            try (InputStream code = planted.getResourceAsStream(planted.getSimpleName() + ".class")) {
                assertThat(refers(code)).as(planted.getName()).isTrue();
            }
        }
        try (InputStream code = getClass().getResourceAsStream("BroughtJar.class")) {
            assertThat(refers(code)).isFalse();
        }
    }

    private static Map<String, Set<String>> known() {
        return KNOWN.stream()
                .flatMap(known -> known.classes().stream().map(name -> Map.entry(known.artifact(), name)))
                .collect(groupingBy(
                        Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toCollection(TreeSet::new))));
    }

    /** By their simple names; what is nested in one counts as that one. */
    private static Set<String> referringClasses(BroughtJar jar) throws IOException {
        Set<String> classes = new TreeSet<>();
        try (ZipFile file = new ZipFile(jar.path().toFile());
                Stream<? extends ZipEntry> entries =
                        file.stream().filter(entry -> entry.getName().endsWith(".class"))) {
            for (ZipEntry entry : entries.toList()) {
                try (InputStream code = file.getInputStream(entry)) {
                    if (refers(code)) {
                        classes.add(entry.getName().replaceFirst(".*/", "").replaceFirst("[$.].*", ""));
                    }
                }
            }
        }
        return classes;
    }

    /** Names are stored as they are written, in letters of one byte. */
    private static boolean refers(InputStream code) throws IOException {
        String bytes = new String(code.readAllBytes(), StandardCharsets.ISO_8859_1);
        return NAMES.stream().anyMatch(bytes::contains);
    }

    /** Why they are harmless. */
    private record Known(String artifact, String reason, List<String> classes) {

        Known(String artifact, String reason, String... classes) {
            this(artifact, reason, List.of(classes));
        }
    }
}
