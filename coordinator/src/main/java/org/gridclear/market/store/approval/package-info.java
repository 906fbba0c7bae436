/** Rows of what became of versions of days. */
@NullMarked
package org.gridclear.market.store.approval;

import org.jspecify.annotations.NullMarked;
