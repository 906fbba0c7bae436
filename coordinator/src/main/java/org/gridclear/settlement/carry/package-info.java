/** Differences of earlier months as lines of a later one (S-27 to S-29). */
@NullMarked
package org.gridclear.settlement.carry;

import org.jspecify.annotations.NullMarked;
