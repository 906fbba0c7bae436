/** Closes and bills over HTTP. */
package org.gridclear.web.settlement;
