/**
 * What the engine asks of the outside: the store of executions, wake-ups, time and ids. Start at {@link
 * io.cloacina.ports.ExecutionStore}; whoever writes an adapter implements it, and {@link
 * io.cloacina.ports.spi.StoreProvider} to be found.
 */
@NullMarked
package io.cloacina.ports;

import org.jspecify.annotations.NullMarked;
