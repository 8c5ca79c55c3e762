/**
 * The report as text and as one HTML page with two drawings: plain functions from values to text. Start at
 * {@link io.cloacina.examples.checkup.report.CheckupReport}.
 */
@NullMarked
package io.cloacina.examples.checkup.report;

import org.jspecify.annotations.NullMarked;
