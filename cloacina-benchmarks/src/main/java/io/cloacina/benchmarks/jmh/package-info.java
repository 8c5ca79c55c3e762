/**
 * What runs in memory at every step of a workflow, measured by JMH; start at {@link io.cloacina.benchmarks.jmh.HotSpots}.
 * Each class measures one part at two sizes, the second ten times the first: what an element costs must not grow with
 * their number.
 */
@NullMarked
package io.cloacina.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
