/**
 * The runner on real databases: each promise once, run on every backend. Start at {@link
 * io.cloacina.runnertests.RunnerSuite} and, for what it promises while something fails, {@link
 * io.cloacina.runnertests.FailureSuite}; the tests {@code RunnerOn…Test} and {@code FailuresOn…Test} say on which database.
 */
@NullMarked
package io.cloacina.runnertests;

import org.jspecify.annotations.NullMarked;
