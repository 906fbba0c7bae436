package org.gridclear.market.store.declaration;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of parameters or of a reference offer.
 *
 * @param key market, or unit
 * @param version from 1
 * @param from first date on which it holds
 * @param content its text
 * @param madeBy account
 * @param madeAt when
 */
public record StoredText(
    String key, int version, LocalDate from, String content, String madeBy, Instant madeAt) {}
