/**
 * The search for a commitment as data: what is known is a state, each means a step, and a plan a
 * list of steps. docs/decisions/006.
 */
@NullMarked
package org.gridclear.clearing.commitment;

import org.jspecify.annotations.NullMarked;
