/** Rows of the journal of the settlement process (docs/settlement-process.md). */
@NullMarked
package org.gridclear.market.store.process;

import org.jspecify.annotations.NullMarked;
