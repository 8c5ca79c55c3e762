/**
 * What the processes of a campaign run: {@link io.cloacina.faults.program.Program}, with workflows drawn from a seed, whose every
 * outcome is known beforehand, see {@link io.cloacina.faults.program.Fate}.
 */
@NullMarked
package io.cloacina.faults.program;

import org.jspecify.annotations.NullMarked;
