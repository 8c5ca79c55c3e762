/**
 * What is written down outside the database: by the processes, {@link io.cloacina.faults.journal.Journal}, and by whoever strikes them,
 * {@link io.cloacina.faults.journal.Chronicle}. The checks compare the database with it.
 */
@NullMarked
package io.cloacina.faults.journal;

import org.jspecify.annotations.NullMarked;
