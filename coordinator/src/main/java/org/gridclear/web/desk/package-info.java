/** The desk: the pages of the product, and what tells them that something changed. */
@NullMarked
package org.gridclear.web.desk;

import org.jspecify.annotations.NullMarked;
