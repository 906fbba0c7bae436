/**
 * What a search is made of: the session of a model, its relaxation, heuristics, dispatch, prices.
 */
@NullMarked
package org.gridclear.clearing.search;

import org.jspecify.annotations.NullMarked;
