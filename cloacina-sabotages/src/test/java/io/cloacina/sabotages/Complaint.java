package io.cloacina.sabotages;

/**
 * What somebody has to say about a build.
 *
 * @param text what is wrong with it, in one line
 * @param by who would complain again, of anything: to be asked about what is not broken
 */
record Complaint(String text, Catcher by) {}
