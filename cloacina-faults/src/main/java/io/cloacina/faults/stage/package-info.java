/**
 * Where a campaign takes place: {@link io.cloacina.faults.stage.Stage}, with a {@link io.cloacina.faults.stage.Database} and processes on
 * their {@link io.cloacina.faults.stage.Slot}s.
 */
@NullMarked
package io.cloacina.faults.stage;

import org.jspecify.annotations.NullMarked;
