/** What happens in one simulation, made from a seed. Start at {@link io.cloacina.simulation.plan.Plan}. */
@NullMarked
package io.cloacina.simulation.plan;

import org.jspecify.annotations.NullMarked;
