/**
 * What stands between the calls of a user and the engine: requests made from arguments, results and explanations read
 * from the store. Start at {@link io.cloacina.runner.internal.api.Results}.
 */
@NullMarked
package io.cloacina.runner.internal.api;

import org.jspecify.annotations.NullMarked;
