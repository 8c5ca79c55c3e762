/**
 * What can happen, one class each: a {@link io.cloacina.faults.fault.ProcessFault} happens to one process, a
 * {@link io.cloacina.faults.fault.DatabaseFault} to the server or on the way to it. {@link io.cloacina.faults.Campaign} says how a new
 * one joins.
 */
@NullMarked
package io.cloacina.faults.fault;

import org.jspecify.annotations.NullMarked;
