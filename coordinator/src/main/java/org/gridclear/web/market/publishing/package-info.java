/** Publishing of results over HTTP, and whether it was done in time. */
@NullMarked
package org.gridclear.web.market.publishing;

import org.jspecify.annotations.NullMarked;
