/** Planted violations, which the rules of {@link io.cloacina.architecture} must find. Nobody uses them. */
@NullMarked
package io.cloacina.domain.planted.cycle.left;

import org.jspecify.annotations.NullMarked;
