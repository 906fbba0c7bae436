/** Notices to members over HTTP. */
@NullMarked
package org.gridclear.web.market.notice;

import org.jspecify.annotations.NullMarked;
