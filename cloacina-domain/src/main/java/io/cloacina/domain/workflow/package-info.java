/**
 * Workflows: how they are declared, checked, versioned and stored. Start at {@link io.cloacina.domain.workflow.Workflow}
 * (what a user declares), then {@link io.cloacina.domain.workflow.WorkflowDefinition} (its code-free part, which is
 * stored) and {@link io.cloacina.domain.workflow.TaskGraph} (who waits for whom).
 */
@NullMarked
package io.cloacina.domain.workflow;

import org.jspecify.annotations.NullMarked;
