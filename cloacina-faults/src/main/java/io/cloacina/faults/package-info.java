/**
 * Real crashes: runners in processes of their own, on real databases, that are killed, stopped and cut off, and a journal of what was
 * acknowledged and done that no database can change. Start at {@link io.cloacina.faults.Campaign}.
 *
 * <p>A new fault is one class in {@code fault}: a {@link io.cloacina.faults.fault.ProcessFault} if it happens to one process, a {@link
 * io.cloacina.faults.fault.DatabaseFault} if it happens to a server or on the way to it. It writes down in the {@link
 * io.cloacina.faults.journal.Chronicle} whom it may cost a lease, as soon as it knows that it has struck, and only then. {@link io.cloacina.faults.Counts} says how often it
 * strikes in a build.
 */
@NullMarked
package io.cloacina.faults;

import org.jspecify.annotations.NullMarked;
