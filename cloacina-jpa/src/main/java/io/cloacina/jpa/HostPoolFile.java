package io.cloacina.jpa;

import java.util.function.Supplier;

/**
 * The file that the system property {@value #PROPERTY} names. It is about the host application's pools: its user and password
 * are not for our server, its SQL not for our connections, its class names not for us to load. The constructors of the pool
 * read it, whatever they are given, and load the classes while they do. So it is out of their sight while ours run, which
 * takes microseconds: another pool that the host makes in that moment would not see it either.
 */
final class HostPoolFile {

    static final String PROPERTY = "hikaricp.configurationFile";

    private HostPoolFile() {}

    /** Makes something that must not see the file. No connection is made meanwhile. */
    static synchronized <T> T outOfSight(Supplier<T> constructor) {
        String file = System.clearProperty(PROPERTY);
        try {
            return constructor.get();
        } finally {
            if (file != null) {
                System.getProperties().putIfAbsent(PROPERTY, file);
            }
        }
    }
}
