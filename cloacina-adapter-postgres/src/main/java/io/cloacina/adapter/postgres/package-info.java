/**
 * Durable executions on PostgreSQL, shared by any number of processes. Everything is reached through {@link
 * io.cloacina.adapter.postgres.PostgresStoreProvider}; to read the code, follow a URL from there: {@code PostgresUrl} reads it,
 * {@code PostgresConfig} holds what it said, {@code Connections} opens it, {@code Statements} says what is sent.
 */
@NullMarked
package io.cloacina.adapter.postgres;

import org.jspecify.annotations.NullMarked;
