/** What must hold, whatever happens. Start at {@link io.cloacina.simulation.check.Invariant}. */
@NullMarked
package io.cloacina.simulation.check;

import org.jspecify.annotations.NullMarked;
