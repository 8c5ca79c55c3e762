/** The parts of the kit that need no database. */
@NullMarked
package io.cloacina.jpa.internal;

import org.jspecify.annotations.NullMarked;
