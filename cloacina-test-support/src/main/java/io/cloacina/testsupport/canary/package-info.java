/**
 * Whether a secret of the tests comes out where none may: in log lines at level trace, and in exceptions. The fixtures use one word
 * in all their secrets; start at {@link io.cloacina.testsupport.canary.Canary}.
 */
@NullMarked
package io.cloacina.testsupport.canary;

import org.jspecify.annotations.NullMarked;
