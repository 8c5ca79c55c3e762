/**
 * A soak: everything that must hold, for hours, told as one JSON line per figure. Start at {@link io.cloacina.soak.Soak}; a
 * new feature joins by one class that is a {@link io.cloacina.soak.Figure}.
 */
@NullMarked
package io.cloacina.soak;

import org.jspecify.annotations.NullMarked;
