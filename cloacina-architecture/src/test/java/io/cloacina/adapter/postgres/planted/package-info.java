/** Planted violations, which the rules of {@link io.cloacina.architecture} must find. Nobody uses them. */
@NullMarked
package io.cloacina.adapter.postgres.planted;

import org.jspecify.annotations.NullMarked;
