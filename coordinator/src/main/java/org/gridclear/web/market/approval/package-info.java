/** States, approval and fallback of days over HTTP. */
@NullMarked
package org.gridclear.web.market.approval;

import org.jspecify.annotations.NullMarked;
