/** What all parts of the model share: the root of the library's errors, and how arguments are refused. The model itself lives in the packages below. */
@NullMarked
package io.cloacina.domain;

import org.jspecify.annotations.NullMarked;
