package org.gridclear.web.market.payment;

import java.time.LocalDate;
import org.gridclear.settlement.payment.PaymentEvent;
import org.jspecify.annotations.Nullable;

/**
 * A guarantee.
 *
 * @param member the member
 * @param kind CASH, BANK_GUARANTEE, UNSECURED or OTHER
 * @param yuan amount
 * @param from first day
 * @param to last day; null for no end
 * @param note what it is
 */
record WantedGuarantee(
    @Nullable String member,
    PaymentEvent.@Nullable Guarantee kind,
    @Nullable String yuan,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String note) {}
