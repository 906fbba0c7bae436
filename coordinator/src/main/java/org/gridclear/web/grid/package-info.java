/** The nodes of the grid over HTTP. */
package org.gridclear.web.grid;
