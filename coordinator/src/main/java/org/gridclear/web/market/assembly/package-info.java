/** Cases of trading dates over HTTP. */
@NullMarked
package org.gridclear.web.market.assembly;

import org.jspecify.annotations.NullMarked;
