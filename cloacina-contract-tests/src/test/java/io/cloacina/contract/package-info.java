/** The contract suite, proved on the reference store and on stores with one fault each. */
@NullMarked
package io.cloacina.contract;

import org.jspecify.annotations.NullMarked;
