/**
 * The reference store: the ports in plain Java collections, on which the contract is proved and simulations run. Start at
 * {@link io.cloacina.contract.memory.InMemoryStore}.
 */
@NullMarked
package io.cloacina.contract.memory;

import org.jspecify.annotations.NullMarked;
