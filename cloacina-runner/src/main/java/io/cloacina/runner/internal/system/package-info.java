/**
 * Where the runner touches the machine: clocks, ids and threads, one class each, so that nothing else does. Start at
 * {@link io.cloacina.runner.internal.system.Threads}.
 */
@NullMarked
package io.cloacina.runner.internal.system;

import org.jspecify.annotations.NullMarked;
