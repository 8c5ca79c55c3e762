package io.cloacina.adapter.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keys and certificates, made by the JDK's own tool: two authorities, and what the first of them signed. */
record Certificates(Path folder, KeyStore store) {

    private static final String PASSWORD = "certificates";

    static Certificates make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        generate(file, "authority", "-ext", "bc:critical=ca:true");
        generate(file, "stranger", "-ext", "bc:critical=ca:true");
        generate(file, "good", "-signer", "authority", "-ext", "san=ip:127.0.0.1");
        generate(file, "elsewhere", "-signer", "authority", "-ext", "san=dns:elsewhere.example");
        generate(file, "expired", "-signer", "authority", "-ext", "san=ip:127.0.0.1", "-startdate", "-20d");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        Certificates certificates = new Certificates(folder, store);
        for (String authority : List.of("authority", "stranger")) {
            Files.writeString(certificates.file(authority), certificates.certificate(authority));
        }
        return certificates;
    }

    private static void generate(Path file, String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keystore", file.toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keyalg", "EC", "-validity", "10"));
        command.addAll(List.of("-alias", name, "-dname", "CN=" + name));
        command.addAll(List.of(more));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!tool.waitFor(1, TimeUnit.MINUTES) || tool.exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    /** The certificate of an authority, as a file. */
    Path file(String authority) {
        return folder.resolve(authority + ".pem");
    }

    String certificate(String name) throws GeneralSecurityException {
        return pem("CERTIFICATE", store.getCertificate(name).getEncoded());
    }

    String key(String name) throws GeneralSecurityException {
        return pem("PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
