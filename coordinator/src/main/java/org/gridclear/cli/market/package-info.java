/** Commands that make a market, look at it, and clear and store its days one after the other. */
@NullMarked
package org.gridclear.cli.market;

import org.jspecify.annotations.NullMarked;
