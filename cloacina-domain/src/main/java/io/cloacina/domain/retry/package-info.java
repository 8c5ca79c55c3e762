/**
 * Whether a failed try is followed by another one, and when. Users start at {@link io.cloacina.domain.retry.RetryPolicy};
 * what of it is stored is in {@link io.cloacina.domain.retry.RetrySettings}.
 */
@NullMarked
package io.cloacina.domain.retry;

import org.jspecify.annotations.NullMarked;
