/**
 * Tools of the tests: a real PostgreSQL that the build brings along, and child processes that can be killed.
 *
 * <p>Start at {@link io.cloacina.testsupport.EmbeddedPostgres#shared()} for a server, and at
 * {@link io.cloacina.testsupport.ChildJvm} for crash tests. Nothing here is published.
 */
@NullMarked
package io.cloacina.testsupport;

import org.jspecify.annotations.NullMarked;
