/** States, approval and the board of days over HTTP. */
@NullMarked
package org.gridclear.web.market.approval;

import org.jspecify.annotations.NullMarked;
