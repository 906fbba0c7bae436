/** What happens in a market, as a stream that is gone on with by number. */
@NullMarked
package org.gridclear.market.event;

import org.jspecify.annotations.NullMarked;
