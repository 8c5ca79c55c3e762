/**
 * What must be true of all modules together. It stands in a module of its own because only here are the adapters on the class path: a rule
 * of the domain's own tests against adapters would look at nothing and pass. Start with {@link io.cloacina.architecture.ModuleDirectionsTest};
 * each rule is a {@link io.cloacina.architecture.Rule}, which is believed only after it has found its planted violation. The plants live in
 * the packages named {@code planted}, each inside the module whose law it breaks.
 */
@NullMarked
package io.cloacina.architecture;

import org.jspecify.annotations.NullMarked;
