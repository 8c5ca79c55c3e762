/**
 * The floor: what remains when the same rows are written by hand-written JDBC, without an engine. It keeps the graph in
 * memory, reads nothing but what it claims, and trusts itself; start at {@link io.cloacina.benchmarks.floor.Floor}.
 */
@NullMarked
package io.cloacina.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
