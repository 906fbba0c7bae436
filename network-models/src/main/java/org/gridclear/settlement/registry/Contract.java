package org.gridclear.settlement.registry;

import java.time.LocalDate;

/**
 * A contract between two entities; its curve lies in files.
 *
 * @param id code
 * @param seller entity that sells
 * @param buyer entity that buys
 * @param point price point of the reference price
 * @param realTime whether the reference price is that of the real-time market
 * @param kind how it is settled
 * @param withheld why it is not settled, to be verified; empty if it is settled
 * @param validity days on which it holds
 */
public record Contract(
    String id,
    String seller,
    String buyer,
    String point,
    boolean realTime,
    ContractKind kind,
    String withheld,
    Validity validity) {
  /** Whether it is settled on a day. */
  public boolean settledOn(LocalDate day) {
    return withheld.isEmpty() && validity.on(day);
  }
}
