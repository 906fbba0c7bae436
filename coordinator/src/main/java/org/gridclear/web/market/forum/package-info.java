/** The forum over HTTP. */
@NullMarked
package org.gridclear.web.market.forum;

import org.jspecify.annotations.NullMarked;
