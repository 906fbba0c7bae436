/** Bills of a close: drafts, issue, register. */
package org.gridclear.settlement.bill;
