package io.cloacina.adapter.sqlite;

import io.cloacina.ports.StoreException;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite itself: a library that its driver unpacks into a folder for temporary files, once in the life of a JVM. */
final class NativeLibrary {

    private NativeLibrary() {}

    /**
     * Loads it, if it is not loaded yet.
     *
     * @param database what cannot be opened without it, for the message
     */
    static void require(String database) {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError failure) {
            throw new StoreException.Unusable(
                    database
                            + " cannot be opened: the native library of SQLite's driver cannot be unpacked and loaded; set"
                            + " the system property org.sqlite.tmpdir to a folder in which files may be made and libraries"
                            + " loaded.",
                    failure);
        }
    }
}
