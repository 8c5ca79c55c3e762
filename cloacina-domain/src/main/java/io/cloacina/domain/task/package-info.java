/**
 * What a task does: the body that users write, and the context it is given while it runs. Start at {@link
 * io.cloacina.domain.task.TaskBody}.
 */
@NullMarked
package io.cloacina.domain.task;

import org.jspecify.annotations.NullMarked;
