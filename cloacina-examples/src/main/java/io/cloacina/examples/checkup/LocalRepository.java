package io.cloacina.examples.checkup;

import java.nio.file.Path;

/** Where Maven keeps what it downloaded. */
final class LocalRepository {

    private LocalRepository() {}

    /**
     * The repository in use: the one that {@code -Dmaven.repo.local} names, else the default in the user's home directory.
     * (The README's command passes Maven's own answer in that property, so a {@code settings.xml} is honoured too.)
     */
    static Path inUse() {
        String given = System.getProperty("maven.repo.local", "");
        return given.isBlank() ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(given);
    }
}
