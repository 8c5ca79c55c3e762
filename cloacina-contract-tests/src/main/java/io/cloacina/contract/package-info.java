/**
 * The contract that every store keeps, as a suite to extend. Start at {@code StoreContract}; the rules themselves are in
 * {@code docs/contract.md}.
 */
@NullMarked
package io.cloacina.contract;

import org.jspecify.annotations.NullMarked;
