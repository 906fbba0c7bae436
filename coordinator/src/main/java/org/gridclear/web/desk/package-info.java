/** The desk: the pages of the product, and what tells them that something changed. */
package org.gridclear.web.desk;
