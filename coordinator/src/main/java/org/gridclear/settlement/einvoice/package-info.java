/**
 * The way to the tax service that makes electronic invoices: a program or an address
 * (docs/settlement-process.md).
 */
package org.gridclear.settlement.einvoice;
