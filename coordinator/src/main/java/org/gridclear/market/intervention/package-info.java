/** Results that are changed by hand: a new version beside the one that it was made from. */
@NullMarked
package org.gridclear.market.intervention;

import org.jspecify.annotations.NullMarked;
