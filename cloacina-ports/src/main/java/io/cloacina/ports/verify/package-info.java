/**
 * What holds in every Cloacina database, and what was found where it does not: the queries that users, the contract suite
 * and the tests of whole runners share. Start at {@link io.cloacina.ports.verify.Invariant}; the answer of a store is a {@link
 * io.cloacina.ports.verify.Verification}.
 */
@NullMarked
package io.cloacina.ports.verify;

import org.jspecify.annotations.NullMarked;
