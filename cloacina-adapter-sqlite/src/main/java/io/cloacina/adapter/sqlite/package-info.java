/**
 * Executions in an embedded SQLite file. {@link io.cloacina.adapter.sqlite.SqliteStoreProvider} is found by the runner;
 * start at {@link io.cloacina.adapter.sqlite.SqliteOpening} for how a file becomes a store, and at {@link
 * io.cloacina.adapter.sqlite.SqliteUrl} for what a URL may say.
 */
@NullMarked
package io.cloacina.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
