/** Pools and their allocation by largest remainders, and books that balance. */
package org.gridclear.settlement.allocation;
