/**
 * The same idempotency keys from many threads of several processes at once. Start at {@link io.cloacina.faults.keys.SameKeyRound}; the
 * build runs one round, the soak as many as it has time for.
 */
@NullMarked
package io.cloacina.faults.keys;

import org.jspecify.annotations.NullMarked;
