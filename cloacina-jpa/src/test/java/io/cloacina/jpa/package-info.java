/** The kit's values. What needs a database is tested by the adapters. */
@NullMarked
package io.cloacina.jpa;

import org.jspecify.annotations.NullMarked;
