/** Results that are changed by hand: a new version beside the one that it was made from. */
package org.gridclear.market.intervention;
