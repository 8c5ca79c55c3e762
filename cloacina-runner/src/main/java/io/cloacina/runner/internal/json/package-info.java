/**
 * Where JSON text and Java objects become trees of the domain, and back: the only place that knows Jackson. Start at
 * {@link io.cloacina.runner.internal.json.JsonText}; what crosses the port is read and written by the codecs.
 */
@NullMarked
package io.cloacina.runner.internal.json;

import org.jspecify.annotations.NullMarked;
