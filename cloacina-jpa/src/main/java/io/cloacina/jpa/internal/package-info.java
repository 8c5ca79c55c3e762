/**
 * How the kit does it; for nobody outside the kit. Start at {@link io.cloacina.jpa.internal.JpaExecutionStore}, which
 * runs the moments of {@link io.cloacina.jpa.internal.JpaStoreTransaction}.
 */
@NullMarked
package io.cloacina.jpa.internal;

import org.jspecify.annotations.NullMarked;
