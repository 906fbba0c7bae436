/** What is published of trading dates, and the catalogue of it, over HTTP. */
@NullMarked
package org.gridclear.web.market.publication;

import org.jspecify.annotations.NullMarked;
