/** The machine of the simulation: virtual time, and threads of which one runs at a time. Start at {@link io.cloacina.simulation.world.World}. */
@NullMarked
package io.cloacina.simulation.world;

import org.jspecify.annotations.NullMarked;
