/** Rows of the journal of the settlement process (docs/settlement-process.md). */
package org.gridclear.market.store.process;
