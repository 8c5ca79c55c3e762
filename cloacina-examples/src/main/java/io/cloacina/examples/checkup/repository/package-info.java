/**
 * What lies in a repository directory, how its files are dealt out to shards, and whether they have the content that their
 * checksums promise: plain file-system code that knows nothing of workflows. Start at
 * {@link io.cloacina.examples.checkup.repository.RepositoryScan}, then read
 * {@link io.cloacina.examples.checkup.repository.ShardVerification}.
 */
@NullMarked
package io.cloacina.examples.checkup.repository;

import org.jspecify.annotations.NullMarked;
