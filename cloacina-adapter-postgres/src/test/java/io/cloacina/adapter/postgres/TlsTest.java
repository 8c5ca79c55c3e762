package io.cloacina.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.cloacina.ports.ExecutionStore;
import io.cloacina.ports.StoreException;
import io.cloacina.testsupport.Durability;
import io.cloacina.testsupport.EmbeddedPostgres;
import io.cloacina.testsupport.PostgresDatabase;
import io.cloacina.testsupport.StopMode;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server with certificates: the right one, one of another name, one that has expired, one of an unknown authority. */
class TlsTest {

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static EmbeddedPostgres server;
    private static PostgresDatabase database;

    @BeforeAll
    static void launch() throws Exception {
        certificates = Certificates.make(folder);
        server = EmbeddedPostgres.launch(Durability.FAST);
        database = server.newDatabase();
        show("good");
        Databases.open(database.url()).close();
    }

    @AfterAll
    static void shutDown() {
        server.close();
    }

    /** The server writes its key itself: it must be the file's owner, and is another user than this one at times. */
    private static void show(String certificate) throws GeneralSecurityException {
        String directory = Databases.ask(database, "show data_directory").get(0);
        Databases.run(
                database,
                write(certificates.certificate(certificate), directory + "/server.crt"),
                write(certificates.key(certificate), directory + "/server.key"),
                "alter system set ssl = on");
        server.stop(StopMode.FAST);
        server.start();
    }

    private static String write(String pem, String file) {
        return "copy (select unnest(string_to_array('" + pem.strip() + "', E'\\n'))) to program 'umask 077; cat > "
                + file + "'";
    }

    @Test
    void the_password_and_all_else_travel_encrypted_when_that_is_demanded() throws GeneralSecurityException {
        show("good");
        try (ExecutionStore store = Databases.open(url("verify-full", "authority") + "&channelBinding=require")) {
            Submission.into(store).submit(store);

            assertThat(Databases.ask(database, """
                    select distinct ssl::text
                    from pg_stat_ssl join pg_stat_activity using (pid)
                    where application_name = 'runner-1'""")).containsExactly("true");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "elsewhere, authority, HostnameVerifier",
        "expired, authority, CertificateExpiredException",
        "good, stranger, CertPathBuilderException"
    })
    void a_certificate_of_another_name_an_expired_one_and_one_of_an_unknown_authority_are_refused(
            String shown, String trusted, String reason) throws GeneralSecurityException {
        show(shown);

        assertThatThrownBy(() -> Databases.open(url("verify-full", trusted)))
                .isInstanceOf(StoreException.Unusable.class)
                .hasMessageContaining("check host, port, sslmode")
                .rootCause()
                .extracting(Throwable::toString, STRING)
                .contains(reason);
    }

    @Test
    void a_server_without_encryption_is_refused_when_it_is_to_prove_its_name() {
        try (PostgresDatabase plain = Databases.empty()) {
            assertThatThrownBy(() -> Databases.open(plain.url() + options("verify-full", "authority")))
                    .isInstanceOf(StoreException.Unusable.class)
                    .hasMessageContaining("check host, port, sslmode")
                    .hasMessageContaining("08004");
        }
    }

    /** What the documentation warns of. */
    @Test
    void less_than_verify_full_believes_a_certificate_of_another_name() throws GeneralSecurityException {
        show("elsewhere");

        Databases.open(url("verify-ca", "authority")).close();
        Databases.open(url("require", "authority")).close();
    }

    private static String url(String mode, String trusted) {
        return database.url() + options(mode, trusted);
    }

    private static String options(String mode, String trusted) {
        return "?listen=off&connectTimeout=5&sslmode=" + mode + "&sslrootcert=" + certificates.file(trusted);
    }
}
