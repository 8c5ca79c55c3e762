/**
 * Real crashes: runners in processes of their own, on real databases, that are killed, stopped and cut off, and a journal of what was
 * acknowledged and done that no database can change.
 */
@NullMarked
package io.cloacina.faults;

import org.jspecify.annotations.NullMarked;
