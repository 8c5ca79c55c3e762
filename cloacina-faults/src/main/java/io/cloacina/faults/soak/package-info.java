/**
 * A soak: everything that must hold, for hours, told as one JSON line per figure. Start at {@link io.cloacina.faults.soak.Soak}; a
 * new feature joins by one class that is a {@link io.cloacina.faults.soak.Figure}.
 */
@NullMarked
package io.cloacina.faults.soak;

import org.jspecify.annotations.NullMarked;
