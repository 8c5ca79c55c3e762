/** What is kept of a task's error: {@link io.cloacina.runner.internal.error.ErrorText}. */
@NullMarked
package io.cloacina.runner.internal.error;

import org.jspecify.annotations.NullMarked;
