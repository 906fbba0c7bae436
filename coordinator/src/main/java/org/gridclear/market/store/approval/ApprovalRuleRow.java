package org.gridclear.market.store.approval;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Whether a market approves by itself, as it lies in the database.
 *
 * @param number its number, from 1; 0 before it has one
 * @param market name of the market
 * @param from first trading date on which it holds
 * @param automatic whether it does
 * @param account who said so
 * @param at when
 * @param reason why
 */
public record ApprovalRuleRow(
    int number,
    String market,
    LocalDate from,
    boolean automatic,
    String account,
    OffsetDateTime at,
    String reason) {}
