package org.gridclear.settlement.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a contract is settled. */
public enum ContractKind {
  /** In cash: the difference between its price and the reference price. */
  FINANCIAL,
  /** In kind: its energy is paid in full and taken off the day-ahead energy. */
  PHYSICAL;

  /** The kind of the contracts of a market that do not name theirs. */
  public static ContractKind of(MarketMode mode) {
    return mode == MarketMode.CENTRALISED ? FINANCIAL : PHYSICAL;
  }

  /** The kind of a label. */
  public static Optional<ContractKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }

  /** Name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
