/**
 * Strict reading of the JSON documents in which definitions are stored: what this version does not know is an error that
 * says where, never a default. Start at {@link io.cloacina.domain.document.ObjectReader}.
 */
@NullMarked
package io.cloacina.domain.document;

import org.jspecify.annotations.NullMarked;
