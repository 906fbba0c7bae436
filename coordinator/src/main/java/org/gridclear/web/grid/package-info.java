/** The nodes of the grid over HTTP. */
@NullMarked
package org.gridclear.web.grid;

import org.jspecify.annotations.NullMarked;
