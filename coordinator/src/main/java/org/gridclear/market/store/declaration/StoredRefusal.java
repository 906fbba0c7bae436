package org.gridclear.market.store.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A declaration that was refused.
 *
 * @param number its place in the order of acceptance and refusal
 * @param market to which it was sent
 * @param date for which; empty where that could not be read
 * @param unit for which; "" where that could not be read
 * @param member for which; "" where that could not be read
 * @param arrivedAt when it was received
 * @param madeBy account that sent it
 * @param reasons why, a line each
 */
public record StoredRefusal(
    long number,
    String market,
    Optional<LocalDate> date,
    String unit,
    String member,
    Instant arrivedAt,
    String madeBy,
    String reasons) {}
