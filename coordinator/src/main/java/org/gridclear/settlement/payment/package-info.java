/**
 * Invoices, payments, late fees, guarantees, defaults and credit, in double entry
 * (docs/settlement-process.md).
 */
package org.gridclear.settlement.payment;
