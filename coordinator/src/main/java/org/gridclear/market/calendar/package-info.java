/** Working days, days of rest and holidays of a market. */
package org.gridclear.market.calendar;
