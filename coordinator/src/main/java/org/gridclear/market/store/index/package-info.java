/** Rows of indices and of their alarms. */
package org.gridclear.market.store.index;
