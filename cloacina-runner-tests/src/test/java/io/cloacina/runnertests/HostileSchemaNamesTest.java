package io.cloacina.runnertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloacina.adapter.postgres.ReadUrl;
import io.cloacina.adapter.sqlite.SqliteStoreProvider;
import io.cloacina.ports.FaultPoints;
import io.cloacina.ports.StoreException;
import io.cloacina.ports.spi.StoreSettings;
import io.cloacina.ports.spi.StoreSettings.SchemaMode;
import io.cloacina.ports.spi.StoreUrl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemas of 10,000 names, asked for by URL and by the runner's settings: a name that is more than letters, digits and strokes is refused by
 * both adapters. A plain one is a name for PostgreSQL; SQLite has no schemas, and refuses it as well.
 */
class HostileSchemaNamesTest {

    private static final int NAMES = 10_000;
    private static final String REFUSED = "refused";
    private static final String POSTGRES = "postgres://u@127.0.0.1/d";
    /** What ends a name in SQL, in a URL, in a path or on a screen, or looks like a letter. */
    private static final List<String> STRANGE = List.of(
            "\"", "'", ";", "--", "/*", ".", "\\", "\0", "\n", " ", "$", "%", "&", "?", "A", "\u00df", "\u0430",
            "\u202e");

    @TempDir
    Path folder;

    @Test
    void what_is_no_plain_name_is_refused_by_both_databases_wherever_it_is_asked_for() {
        SplittableRandom random = new SplittableRandom(42);
        List<String> names = Stream.generate(() -> name(random)).limit(NAMES).toList();

        assertThat(names.stream().filter(HostileSchemaNamesTest::isPlain)).hasSizeGreaterThan(NAMES / 10);
        assertThat(names.stream().filter(name -> !isPlain(name))).hasSizeGreaterThan(NAMES / 2);
        assertThat(names).allSatisfy(this::assertPlainOrRefusedInTheUrl);
        assertThat(names.subList(0, NAMES / 10)).allSatisfy(this::assertPlainOrRefusedInTheSettings);
        assertThat(folder).isEmptyDirectory();
    }

    private void assertPlainOrRefusedInTheUrl(String name) {
        String asked = "?schema=" + HexFormat.of().withPrefix("%").formatHex(name.getBytes(StandardCharsets.UTF_8));

        assertThat(verdict(() -> ReadUrl.schema(new StoreUrl(POSTGRES + asked), settings(null)), name))
                .isEqualTo(isPlain(name) ? name : REFUSED);
        assertThat(verdict(() -> opened(asked, settings(null)), name)).isEqualTo(REFUSED);
    }

    private void assertPlainOrRefusedInTheSettings(String name) {
        assertThat(verdict(() -> ReadUrl.schema(new StoreUrl(POSTGRES), settings(name)), name))
                .isEqualTo(isPlain(name) ? name : REFUSED);
        assertThat(verdict(() -> opened("", settings(name)), name)).isEqualTo(REFUSED);
    }

    private String opened(String asked, StoreSettings settings) {
        String file = folder.resolve("hostile.db").toString();
        new SqliteStoreProvider().open(new StoreUrl(file + asked), settings).close();
        return "opened";
    }

    private static String verdict(Supplier<String> asking, String name) {
        try {
            return asking.get();
        } catch (StoreException.Unusable refusal) {
            assertThat(isPlain(name) || name.length() < 8 || !refusal.toString().contains(name))
                    .as("the name is kept out of %s", refusal)
                    .isTrue();
            return REFUSED;
        }
    }

    private static StoreSettings settings(@Nullable String schema) {
        return new StoreSettings("names", Stores.CLOCK, SchemaMode.MIGRATE, schema, FaultPoints.NONE);
    }

    /** By its characters, not by the pattern that is under test. */
    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.length() <= 63
                && !Character.isDigit(name.charAt(0))
                && name.chars().allMatch(c -> "abcdefghijklmnopqrstuvwxyz0123456789_".indexOf(c) >= 0)
                && !name.startsWith("pg_");
    }

    /** Any characters of ASCII; or a plain name, mostly with something strange in it. */
    private static String name(SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            return text(random, random.nextInt(9), 0, 128);
        }
        String plain = text(random, 1 + random.nextInt(70), 'a', 'z' + 1);
        int at = random.nextInt(plain.length() + 1);
        String strange = random.nextInt(4) == 0 ? "" : STRANGE.get(random.nextInt(STRANGE.size()));
        return plain.substring(0, at) + strange + plain.substring(at);
    }

    private static String text(SplittableRandom random, int length, int from, int to) {
        return random.ints(length, from, to)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
