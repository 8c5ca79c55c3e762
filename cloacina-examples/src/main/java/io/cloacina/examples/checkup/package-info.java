/**
 * The main example: a checkup of the local Maven repository as a durable workflow. It scans the repository, verifies every
 * file against its {@code .sha1} in sixteen parallel shards, and writes a report; killed in the middle and started again, it
 * goes on. Start at {@link io.cloacina.examples.checkup.Checkup}; the workflow itself is
 * {@link io.cloacina.examples.checkup.CheckupWorkflow}.
 */
@NullMarked
package io.cloacina.examples.checkup;

import org.jspecify.annotations.NullMarked;
