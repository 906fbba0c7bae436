/** Reports on closed months over HTTP. */
@NullMarked
package org.gridclear.web.market.settlement.analysis;

import org.jspecify.annotations.NullMarked;
