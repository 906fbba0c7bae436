/** The relaxation of a model whose periods do not know of each other, as a start for the whole. */
@NullMarked
package org.gridclear.clearing.period;

import org.jspecify.annotations.NullMarked;
