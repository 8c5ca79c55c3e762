/**
 * The runner on real databases: each promise once, run on every backend. Start at {@link
 * io.cloacina.runnertests.RunnerSuite}.
 */
@NullMarked
package io.cloacina.runnertests;

import org.jspecify.annotations.NullMarked;
