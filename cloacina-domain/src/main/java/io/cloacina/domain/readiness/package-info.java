/**
 * What becomes of the tasks whose dependencies are all over: which are ready, which are skipped and what that does to the
 * tasks behind them. Start at {@link io.cloacina.domain.readiness.Progress}.
 */
@NullMarked
package io.cloacina.domain.readiness;

import org.jspecify.annotations.NullMarked;
