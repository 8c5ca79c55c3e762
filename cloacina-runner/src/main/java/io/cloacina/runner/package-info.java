/**
 * What an application calls to run workflows: a runner is opened on a database, executes workflows and hands out what
 * became of them. Start at {@code DefaultRunner}; its errors are one family, {@link io.cloacina.runner.RunnerException}.
 */
@NullMarked
package io.cloacina.runner;

import org.jspecify.annotations.NullMarked;
