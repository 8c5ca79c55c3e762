/** How an adapter is found and opened. Start at {@link io.cloacina.ports.spi.StoreProvider}. */
@NullMarked
package io.cloacina.ports.spi;

import org.jspecify.annotations.NullMarked;
