/** Market days one after the other, over a year: each goes on from the day before (F2). */
@NullMarked
package org.gridclear.market.year;

import org.jspecify.annotations.NullMarked;
