/**
 * A forum of members and operators, in which what members write is looked at before it is shown.
 */
@NullMarked
package org.gridclear.market.forum;

import org.jspecify.annotations.NullMarked;
