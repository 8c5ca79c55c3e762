/**
 * What must hold when everything is over, one class each: {@link io.cloacina.faults.check.Checks} lists them,
 * {@link io.cloacina.faults.check.Verdict} asks them, {@link io.cloacina.faults.check.Evidence} is what they look at.
 */
@NullMarked
package io.cloacina.faults.check;

import org.jspecify.annotations.NullMarked;
