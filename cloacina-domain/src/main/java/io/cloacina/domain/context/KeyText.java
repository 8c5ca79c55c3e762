package io.cloacina.domain.context;

import io.cloacina.domain.json.PayloadPath;

/** How a key, which may be any text a user comes up with, is shown in a message: escaped and shortened. */
final class KeyText {

    private KeyText() {}

    static String quoted(String key) {
        return '"' + PayloadPath.shown(key) + '"';
    }
}
