/**
 * Trigger rules: whether a task whose dependencies are all over runs or is skipped. Start at {@link
 * io.cloacina.domain.trigger.TriggerRule}.
 */
@NullMarked
package io.cloacina.domain.trigger;

import org.jspecify.annotations.NullMarked;
