package io.cloacina.adapter.postgres;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes {@code %xx} strictly: two hex digits each, well-formed UTF-8, no control characters. A plus sign stays a plus
 * sign: passwords have them.
 */
final class PercentText {

    private PercentText() {}

    /**
     * Decodes one part of a URL.
     *
     * @param part what it is, for the message
     * @param text the part as written, ASCII or not
     */
    static String decode(String part, String text) {
        String decoded = utf8(part, bytes(part, text));
        if (decoded.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of(part + " contains a control character", "remove it");
        }
        return decoded;
    }

    private static byte[] bytes(String part, String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            if (source[i] != '%') {
                bytes.write(source[i]);
                continue;
            }
            bytes.write(hex(part, source, i + 1) * 16 + hex(part, source, i + 2));
            i += 2;
        }
        return bytes.toByteArray();
    }

    private static int hex(String part, byte[] source, int at) {
        int digit = at < source.length ? Character.digit(source[at], 16) : -1;
        if (digit < 0) {
            throw Refusal.of(part + " has a % that two hex digits do not follow", "write a percent sign as %25");
        }
        return digit;
    }

    private static String utf8(String part, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(part + " is not UTF-8 once its %xx are decoded", "encode it as UTF-8");
        }
    }
}
