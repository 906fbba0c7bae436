/** Results of days in the memory of the grid. */
package org.gridclear.market.ignite;
