/**
 * The way to the tax service that makes electronic invoices: a program or an address
 * (docs/settlement-process.md).
 */
@NullMarked
package org.gridclear.settlement.einvoice;

import org.jspecify.annotations.NullMarked;
