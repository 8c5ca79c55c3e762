package io.cloacina.domain.workflow;

import io.cloacina.domain.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What identifies the content of a definition: the first 128 bits of the SHA-256 of its canonical JSON text in UTF-8.
 *
 * @param id all 128 bits
 * @param version the first 64 of them as 16 hex digits: enough to tell the versions of one workflow apart, and short
 *     enough to read out
 */
record DefinitionDigest(UUID id, String version) {

    static DefinitionDigest of(JsonObject document) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(document.canonical()));
        UUID id = new UUID(hash.getLong(), hash.getLong());
        return new DefinitionDigest(id, String.format("%016x", id.getMostSignificantBits()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one has not", impossible);
        }
    }
}
