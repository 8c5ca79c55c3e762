/**
 * The JSON tree: immutable values, the one validator, and the canonical text. Start at {@link
 * io.cloacina.domain.json.JsonValue}.
 */
@NullMarked
package io.cloacina.domain.json;

import org.jspecify.annotations.NullMarked;
