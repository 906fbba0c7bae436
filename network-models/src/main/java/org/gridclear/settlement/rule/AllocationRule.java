package org.gridclear.settlement.rule;

import java.util.List;
import org.gridclear.settlement.registry.Label;
import org.gridclear.settlement.registry.Validity;

/**
 * How a pool is shared, or passed on to another pool.
 *
 * @param item code of the shares on bills; empty where the pool is passed on
 * @param name name on the bill
 * @param account group of the bill (S-12)
 * @param pool pool that is emptied
 * @param to pool that takes it; empty where entities do
 * @param over rows that the driver runs over
 * @param classes classes or groups of entities that take part
 * @param enabled whether it is in effect at all
 * @param portion share of what the pool had before its first rule, in 0.0001; 0 for all that is
 *     left
 * @param period DAY or MONTH
 * @param driver formula of what the shares are proportional to, never negative
 * @param cap whether nobody gets more than the driver itself, which is in yuan then
 * @param keep parameter with an amount that stays in the pool; empty for none
 * @param toGrid whether a share goes to the grid company of the entity whose driver it is
 * @param validity days on which the rule holds
 */
public record AllocationRule(
    String item,
    Label name,
    String account,
    String pool,
    String to,
    ChargeRule.Over over,
    List<String> classes,
    boolean enabled,
    long portion,
    ChargeRule.Grain period,
    String driver,
    boolean cap,
    String keep,
    boolean toGrid,
    Validity validity) {
  public AllocationRule {
    classes = List.copyOf(classes);
  }

  /** Whether entities take the money. */
  public boolean shares() {
    return to.isEmpty();
  }
}
