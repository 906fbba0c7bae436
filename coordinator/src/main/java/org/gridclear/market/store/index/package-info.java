/** Rows of indices and of their alarms. */
@NullMarked
package org.gridclear.market.store.index;

import org.jspecify.annotations.NullMarked;
