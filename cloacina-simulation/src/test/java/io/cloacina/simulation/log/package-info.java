/** Log lines of the engine become part of the world. Start at {@link io.cloacina.simulation.log.WorldLogger}. */
@NullMarked
package io.cloacina.simulation.log;

import org.jspecify.annotations.NullMarked;
