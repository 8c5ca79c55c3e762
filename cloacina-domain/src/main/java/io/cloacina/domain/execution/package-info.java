/**
 * One run of a workflow: its identity, the state machine of executions and tasks, and the events of its history. Start
 * at {@link io.cloacina.domain.execution.ExecutionStatus} and {@link io.cloacina.domain.execution.TaskStatus}.
 */
@NullMarked
package io.cloacina.domain.execution;

import org.jspecify.annotations.NullMarked;
