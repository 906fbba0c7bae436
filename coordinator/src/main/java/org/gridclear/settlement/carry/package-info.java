/** Differences of earlier months as lines of a later one (S-27 to S-29). */
package org.gridclear.settlement.carry;
