/**
 * The adapter kit: the ports of an execution store, implemented once on Jakarta Persistence for every SQL database. An
 * adapter describes its database in a {@link io.cloacina.jpa.StoreDialect}, opens its {@link
 * io.cloacina.jpa.ConnectionLanes}, migrates with {@link io.cloacina.jpa.SchemaMigration}, and gets its store from {@link
 * io.cloacina.jpa.JpaStore}. Start at {@link io.cloacina.jpa.StoreDialect}; the statements are listed in {@link
 * io.cloacina.jpa.StoreStatement}.
 */
@NullMarked
package io.cloacina.jpa;

import org.jspecify.annotations.NullMarked;
