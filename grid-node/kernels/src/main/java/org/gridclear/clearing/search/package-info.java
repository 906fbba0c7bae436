/** The search for a commitment: relaxation, heuristics, neighbourhoods, dispatch and its prices. */
@NullMarked
package org.gridclear.clearing.search;

import org.jspecify.annotations.NullMarked;
