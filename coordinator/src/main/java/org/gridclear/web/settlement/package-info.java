/** Closes and bills over HTTP. */
@NullMarked
package org.gridclear.web.settlement;

import org.jspecify.annotations.NullMarked;
