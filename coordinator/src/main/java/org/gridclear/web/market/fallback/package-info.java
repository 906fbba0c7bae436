/** Calls by which a result of before stands for a clearing. */
@NullMarked
package org.gridclear.web.market.fallback;

import org.jspecify.annotations.NullMarked;
