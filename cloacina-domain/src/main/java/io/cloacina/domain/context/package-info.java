/**
 * The context: the JSON object that flows through an execution. Users start at {@link io.cloacina.domain.context.Context}
 * and {@link io.cloacina.domain.context.ContextView}; how the contexts of several tasks flow into one is told by {@link
 * io.cloacina.domain.context.ContextMerge}.
 */
@NullMarked
package io.cloacina.domain.context;

import org.jspecify.annotations.NullMarked;
