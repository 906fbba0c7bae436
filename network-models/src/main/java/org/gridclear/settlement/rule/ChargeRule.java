package org.gridclear.settlement.rule;

import java.util.List;
import org.gridclear.settlement.registry.Label;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.settlement.registry.Validity;

/**
 * How one item of the bill is computed. Formulas: docs/settlement.md.
 *
 * @param item code
 * @param name name on the bill
 * @param account group of the bill (S-12)
 * @param over what the formula runs over
 * @param classes classes or groups of entities that it holds for
 * @param modes market modes in which it holds; empty for all
 * @param enabled whether it is in effect at all
 * @param grain how often there is a line
 * @param roundAt where amounts are rounded
 * @param quantity formula of the quantity on the bill; empty for none
 * @param amount formula of the amount, in yuan, positive where the exchange pays
 * @param pool pool that takes the other side
 * @param validity days on which the rule holds
 */
public record ChargeRule(
    String item,
    Label name,
    String account,
    Over over,
    List<String> classes,
    List<MarketMode> modes,
    boolean enabled,
    Grain grain,
    Grain roundAt,
    String quantity,
    String amount,
    String pool,
    Validity validity) {
  /** Rows that a formula runs over. */
  public enum Over {
    ENTITY,
    CONTRACT,
    RIGHT,
    EVENT
  }

  /** A length of time. */
  public enum Grain {
    INTERVAL,
    DAY,
    MONTH
  }

  public ChargeRule {
    classes = List.copyOf(classes);
    modes = List.copyOf(modes);
  }
}
