/** The SQLite adapter against the contract of every store, and what is SQLite's alone. */
@NullMarked
package io.cloacina.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
