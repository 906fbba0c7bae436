/** Rows of what became of versions of days. */
package org.gridclear.market.store.approval;
