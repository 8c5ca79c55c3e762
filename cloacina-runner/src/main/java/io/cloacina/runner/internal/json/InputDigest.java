package io.cloacina.runner.internal.json;

import io.cloacina.domain.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells two submissions with one idempotency key apart: SHA-256 over the workflow's name, a line feed (which no name
 * contains) and the canonical text of the initial context. Independent of JVM, backend and order of keys.
 */
public final class InputDigest {

    private InputDigest() {}

    /** 64 lower-case hexadecimal digits. */
    public static String of(String workflow, JsonObject context) {
        MessageDigest sha256 = sha256();
        sha256.update(workflow.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(context.canonical().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
