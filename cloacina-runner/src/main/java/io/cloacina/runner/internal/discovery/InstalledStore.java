package io.cloacina.runner.internal.discovery;

import io.cloacina.ports.spi.StoreProvider;
import java.security.CodeSource;
import java.util.Optional;

/** A provider that was found. */
record InstalledStore(StoreProvider provider) {

    /** Backend, class and the jar or folder it came from, for messages. */
    String description() {
        return provider.name() + " (" + provider.getClass().getName() + " from " + origin() + ")";
    }

    private String origin() {
        return Optional.ofNullable(provider.getClass().getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(Object::toString)
                .orElse("an unknown place");
    }
}
