/** The grammar of URLs. */
@NullMarked
package io.cloacina.jpa.url;

import org.jspecify.annotations.NullMarked;
