/**
 * A forum of members and operators, in which what members write is looked at before it is shown.
 */
package org.gridclear.market.forum;
