package io.cloacina.jpa.internal;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The class path as EclipseLink may see it: all classes, and none of the files in which the host application describes its own
 * persistence. EclipseLink reads each of them before it makes a unit that is configured in code, only to see that no other unit has
 * its name; one that it cannot read, such as a newer version's, would keep our store from opening.
 */
final class OwnClasses extends ClassLoader {

    /** One for all stores: EclipseLink remembers what it was given. */
    static final OwnClasses LOADER = new OwnClasses();

    private static final Set<String> OF_THE_HOST =
            Set.of("META-INF/persistence.xml", "META-INF/orm.xml", "META-INF/eclipselink-orm.xml");

    private OwnClasses() {
        super(OwnClasses.class.getClassLoader());
    }

    @Override
    public @Nullable URL getResource(String name) {
        return OF_THE_HOST.contains(name) ? null : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return OF_THE_HOST.contains(name) ? Collections.emptyEnumeration() : super.getResources(name);
    }
}
