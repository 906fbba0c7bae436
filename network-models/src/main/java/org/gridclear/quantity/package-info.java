/** Time grids and series that the whole product shares. Start at {@link Horizon}. */
package org.gridclear.quantity;
