package io.cloacina.soak;

import io.cloacina.testsupport.canary.Canary;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Draws URLs that name what must not be named: a class, an extension, a resource, a file of somebody else, in any spelling. */
final class RandomUrl {

    static final String PASSWORD = Canary.secret("of-a-url");

    private static final List<String> OF_POSTGRES = List.of(
            "socketFactory",
            "socketFactoryArg",
            "sslfactory",
            "sslfactoryarg",
            "sslhostnameverifier",
            "sslpasswordcallback",
            "authenticationPluginClassName",
            "xmlFactoryFactory",
            "loggerFile",
            "options",
            "service",
            "currentSchema");

    private static final List<String> OF_SQLITE = List.of(
            "enable_load_extension",
            "vfs",
            "immutable",
            "nolock",
            "date_class",
            "transaction_mode",
            "jdbc.explicit_readonly",
            "password",
            "hexkey_mode",
            "cache",
            "recursive_triggers",
            "mmap_size");

    private static final List<String> VALUES = List.of(
            "java.io.FileOutputStream",
            "org.springframework.context.support.ClassPathXmlApplicationContext",
            "http://127.0.0.1:%d/x",
            "jar:http://127.0.0.1:%d/x.jar!/y",
            "../../../etc/passwd",
            "-c search_path=evil",
            "true",
            PASSWORD);

    private final SplittableRandom random;
    private final Path folder;
    private final int port;

    /** @param port where somebody listens, whom nobody may call up */
    RandomUrl(SplittableRandom random, Path folder, int port) {
        this.random = random;
        this.folder = folder;
        this.port = port;
    }

    String ofPostgres() {
        return "postgres://u:" + PASSWORD + "@127.0.0.1:" + port + "/d" + options(OF_POSTGRES);
    }

    String ofSqlite() {
        String resource =
                oneOf(List.of(":resource:", "jdbc:sqlite::resource:", "file::resource:", "sqlite::resource:"));
        return random.nextInt(3) == 0
                ? resource + "http://127.0.0.1:" + port + "/" + PASSWORD + ".db"
                : folder.resolve("fuzz.db") + options(OF_SQLITE);
    }

    private String options(List<String> names) {
        StringBuilder text = new StringBuilder("?");
        int count = 1 + random.nextInt(3);
        for (int option = 0; option < count; option++) {
            text.append(option == 0 ? "" : "&")
                    .append(misspelt(oneOf(names)))
                    .append('=')
                    .append(escaped(oneOf(VALUES).formatted(port)));
        }
        return text.toString();
    }

    /** Letters in the other case, escaped, or with a stroke between them. */
    private String misspelt(String name) {
        StringBuilder text = new StringBuilder();
        for (int place = 0; place < name.length(); place++) {
            char letter = name.charAt(place);
            switch (random.nextInt(12)) {
                case 0 -> text.append(Character.toUpperCase(letter));
                case 1 -> text.append(Character.toLowerCase(letter));
                case 2 -> text.append('%').append(Integer.toHexString(letter));
                case 3 -> text.append(letter).append('_');
                default -> text.append(letter);
            }
        }
        return text.toString();
    }

    private String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int place = 0; place < value.length(); place++) {
            char letter = value.charAt(place);
            boolean plain = Character.isLetterOrDigit(letter) && random.nextInt(8) > 0;
            text.append(plain ? String.valueOf(letter) : "%" + Integer.toHexString(letter));
        }
        return text.toString();
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
