/** Tickets of outages, commissionings and retirements: when elements are out of service. */
@NullMarked
package org.gridclear.market.ticket;

import org.jspecify.annotations.NullMarked;
