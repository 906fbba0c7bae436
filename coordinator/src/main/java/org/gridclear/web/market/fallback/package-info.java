/** Results that stand in for a run that failed, over HTTP. */
@NullMarked
package org.gridclear.web.market.fallback;

import org.jspecify.annotations.NullMarked;
