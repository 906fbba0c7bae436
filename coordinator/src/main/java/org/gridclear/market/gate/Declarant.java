package org.gridclear.market.gate;

import org.gridclear.account.Scope;

/**
 * Who declares or reads.
 *
 * @param account its name, as it is written beside what it did
 * @param scope members and markets that it may declare for and see
 */
public record Declarant(String account, Scope scope) {
  /** Whether it sees what is of a member in a market. */
  public boolean sees(String market, String member) {
    return scope.seesMarket(market) && scope.seesMember(member) && scope.zones().all();
  }
}
