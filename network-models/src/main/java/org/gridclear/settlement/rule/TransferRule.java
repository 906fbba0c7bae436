package org.gridclear.settlement.rule;

import java.util.List;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.registry.Validity;

/**
 * Money that moves from one pool to another because of what an entity trades, without changing what
 * the entity owes.
 *
 * @param name name in reports
 * @param from pool
 * @param to pool
 * @param modes market modes in which it holds; empty for all
 * @param amount formula in yuan, with the sign it would have as a charge of the pool {@code to}
 * @param validity days on which the rule holds
 */
public record TransferRule(
    String name, String from, String to, List<MarketMode> modes, String amount, Validity validity) {
  public TransferRule {
    modes = List.copyOf(modes);
  }
}
