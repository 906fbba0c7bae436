/** Messages of members over HTTP. */
@NullMarked
package org.gridclear.web.market.mailbox;

import org.jspecify.annotations.NullMarked;
