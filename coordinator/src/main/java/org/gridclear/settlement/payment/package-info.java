/**
 * Invoices, payments, late fees, guarantees, defaults and credit, in double entry
 * (docs/settlement-process.md).
 */
@NullMarked
package org.gridclear.settlement.payment;

import org.jspecify.annotations.NullMarked;
