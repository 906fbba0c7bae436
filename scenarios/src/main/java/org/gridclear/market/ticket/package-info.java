/** Tickets of outages, commissionings and retirements: when elements are out of service. */
package org.gridclear.market.ticket;
