/** The measurement behind the decision how the hot path speaks to the database; run by hand, see {@code docs/decisions}. */
@NullMarked
package io.cloacina.adapter.sqlite.measure;

import org.jspecify.annotations.NullMarked;
