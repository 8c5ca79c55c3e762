package io.cloacina.adapter.postgres;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How far TLS is demanded. The values are libpq's; {@code verify-full} is the one that keeps others from listening in.
 *
 * @param rootCertificate the file of trusted certificates, or null for the driver's default place
 */
record Tls(String mode, String channelBinding, @Nullable String rootCertificate) {

    static Tls of(OptionValues options) {
        return new Tls(
                options.choice(
                        PostgresOption.SSL_MODE, "prefer", "disable", "allow", "require", "verify-ca", "verify-full"),
                options.choice(PostgresOption.CHANNEL_BINDING, "prefer", "disable", "require"),
                certificates(options.text(PostgresOption.SSL_ROOT_CERT)));
    }

    private static @Nullable String certificates(@Nullable String file) {
        if (file != null && !isReadable(file)) {
            throw PostgresRefusal.of("option 'sslrootcert' names no readable file", "give the path of a PEM file");
        }
        return file;
    }

    private static boolean isReadable(String file) {
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path) && Files.isReadable(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
