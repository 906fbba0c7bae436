/** What corrections and books of rules would change, over HTTP. */
@NullMarked
package org.gridclear.web.market.settlement.preview;

import org.jspecify.annotations.NullMarked;
