/** Whole engines in one simulated world, by seeds. Start at {@link io.cloacina.simulation.Simulation}. */
@NullMarked
package io.cloacina.simulation;

import org.jspecify.annotations.NullMarked;
