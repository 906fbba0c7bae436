/** The historical day that is most like a date (AMB-40). */
@NullMarked
package org.gridclear.market.similar;

import org.jspecify.annotations.NullMarked;
