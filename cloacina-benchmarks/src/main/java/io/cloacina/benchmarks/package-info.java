/**
 * Cloacina beside raw JDBC that makes the same durable changes, on the same database in the same run; start at {@link
 * io.cloacina.benchmarks.Benchmarks}. What is measured is a {@link io.cloacina.benchmarks.Workload}, by whom a {@link
 * io.cloacina.benchmarks.Contestant}, and on what a {@link io.cloacina.benchmarks.Backend}.
 */
@NullMarked
package io.cloacina.benchmarks;

import org.jspecify.annotations.NullMarked;
