/**
 * How an adapter reads the URL that a user gave: strictly, by allow-lists, and without quoting what was not recognised.
 * Start at {@link io.cloacina.jpa.url.OptionGrammar}.
 */
@NullMarked
package io.cloacina.jpa.url;

import org.jspecify.annotations.NullMarked;
