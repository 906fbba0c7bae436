/** Results of days over HTTP. */
@NullMarked
package org.gridclear.web.market.result;

import org.jspecify.annotations.NullMarked;
