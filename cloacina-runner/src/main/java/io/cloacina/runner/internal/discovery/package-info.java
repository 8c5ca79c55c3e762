/**
 * How a runner finds the adapter artifact the user installed. Start at {@link
 * io.cloacina.runner.internal.discovery.InstalledStores}.
 */
@NullMarked
package io.cloacina.runner.internal.discovery;

import org.jspecify.annotations.NullMarked;
