/** Invoices, payments, guarantees and credit over HTTP. */
@NullMarked
package org.gridclear.web.market.payment;

import org.jspecify.annotations.NullMarked;
