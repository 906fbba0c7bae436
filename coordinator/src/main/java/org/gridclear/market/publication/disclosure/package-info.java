/** Whether what has to be published was, by its time. */
@NullMarked
package org.gridclear.market.publication.disclosure;

import org.jspecify.annotations.NullMarked;
