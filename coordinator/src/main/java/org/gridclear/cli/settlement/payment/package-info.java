/** Commands {@code gridclear settle payment}: invoices, bank files, late fees, defaults. */
@NullMarked
package org.gridclear.cli.settlement.payment;

import org.jspecify.annotations.NullMarked;
