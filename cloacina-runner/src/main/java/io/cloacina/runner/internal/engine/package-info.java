/**
 * The engine: the write loop that commits groups, the bodies that run between commits, and what keeps both alive. Start
 * at {@link io.cloacina.runner.internal.engine.Engine}, then {@link io.cloacina.runner.internal.engine.WriteLoop} and
 * {@link io.cloacina.runner.internal.engine.GroupTransaction}.
 */
@NullMarked
package io.cloacina.runner.internal.engine;

import org.jspecify.annotations.NullMarked;
