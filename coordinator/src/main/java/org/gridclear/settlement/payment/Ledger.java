package org.gridclear.settlement.payment;

import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts in double entry: every posting has two sides, so that (72) Σ balances = 0. A balance is
 * positive where the account owes, as a member that has not paid, or holds, as the bank.
 */
final class Ledger {
  /** Money in the bank. */
  static final String BANK = "bank";

  /** The other side of invoices: what the market turned over. */
  static final String CLEARING = "clearing";

  /** Late fees that were charged. */
  static final String LATE_FEES = "late-fees";

  /** What others bear of defaults. */
  static final String DEFAULTS = "defaults";

  /** What updated statements changed and the others have not settled yet (AMB-34). */
  static final String SUSPENSE = "suspense";

  /**
   * The most that somebody may type as one amount, 0.001 yuan: 10^12 yuan. More would be written
   * down, and then no balance could hold a few of them: nothing could be read any more.
   */
  static final long AMOUNT_MAX_MILLI_YUAN = 1_000_000_000_000_000L;

  private final Map<String, Long> balances = new TreeMap<>();

  static String member(String id) {
    return "member:" + id;
  }

  static String guarantee(String id) {
    return "guarantee:" + id;
  }

  /** Posts an amount, which may be negative, from one account to another. */
  void post(String debit, String credit, long milliYuan) {
    balances.merge(debit, milliYuan, Math::addExact);
    balances.merge(credit, -milliYuan, Math::addExact);
  }

  /** Balances by account, 0.001 yuan. */
  Map<String, Long> balances() {
    return Map.copyOf(balances);
  }
}
