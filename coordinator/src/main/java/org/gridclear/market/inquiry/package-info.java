/** What a regulator asks about prices, and what the operator of the market explains (L-03). */
@NullMarked
package org.gridclear.market.inquiry;

import org.jspecify.annotations.NullMarked;
