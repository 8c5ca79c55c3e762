/**
 * Small examples, one idea each: every class has a {@code main} and is run by a test. Start at
 * {@link io.cloacina.examples.HelloWorkflow}; the larger example is {@link io.cloacina.examples.checkup}.
 */
@NullMarked
package io.cloacina.examples;

import org.jspecify.annotations.NullMarked;
