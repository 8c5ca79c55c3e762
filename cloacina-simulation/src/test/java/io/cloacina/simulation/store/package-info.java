/** The store as the runners see it: far away, and at times in trouble. Start at {@link io.cloacina.simulation.store.RemoteStore}. */
@NullMarked
package io.cloacina.simulation.store;

import org.jspecify.annotations.NullMarked;
