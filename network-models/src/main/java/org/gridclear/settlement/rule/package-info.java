/** Rules of a settlement as data: charges, allocations, transfers. */
package org.gridclear.settlement.rule;
