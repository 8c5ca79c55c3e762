/**
 * Stores that do what another one does but for one thing, for tests that plant a fault or stand in the way. Start at {@link
 * io.cloacina.contract.forwarding.ForwardingStore}.
 */
@NullMarked
package io.cloacina.contract.forwarding;

import org.jspecify.annotations.NullMarked;
