/**
 * Our own sources, broken on purpose, and the tests that must notice. Start at {@link io.cloacina.sabotages.Sabotage}; the
 * list is {@link io.cloacina.sabotages.EngineSabotages} and {@link io.cloacina.sabotages.StoreSabotages}.
 */
@NullMarked
package io.cloacina.sabotages;

import org.jspecify.annotations.NullMarked;
