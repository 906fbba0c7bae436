/** The forum over HTTP. */
package org.gridclear.web.market.forum;
