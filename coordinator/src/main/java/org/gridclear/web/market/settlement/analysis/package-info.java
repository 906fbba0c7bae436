/** Calls that look at closed months: reports, obligations, previews, books on trial. */
@NullMarked
package org.gridclear.web.market.settlement.analysis;

import org.jspecify.annotations.NullMarked;
