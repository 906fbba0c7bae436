/** Results of days in the memory of the grid. */
@NullMarked
package org.gridclear.market.ignite;

import org.jspecify.annotations.NullMarked;
