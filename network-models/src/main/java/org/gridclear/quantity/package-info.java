/** Time grids and series that the whole product shares. Start at {@link Horizon}. */
@NullMarked
package org.gridclear.quantity;

import org.jspecify.annotations.NullMarked;
