/** The search for a commitment: relaxation, heuristics, neighbourhoods, dispatch and its prices. */
package org.gridclear.clearing.search;
