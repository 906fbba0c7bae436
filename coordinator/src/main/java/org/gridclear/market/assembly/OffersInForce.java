package org.gridclear.market.assembly;

import java.util.List;
import org.gridclear.market.MarketDay;

/** Declarations that held at a gate. */
@FunctionalInterface
public interface OffersInForce {
  /**
   * A case with what its members have declared, or by default, in place of the offers that it has.
   * Statuses and limits that data have set to out of service stay so.
   *
   * @param gate up to when they had to be declared
   * @param day the case; its horizon says of which periods
   */
  Offered offered(Gate gate, MarketDay day);

  /**
   * A case with offers.
   *
   * @param day the case
   * @param pieces declarations and defaults that it was made from
   * @param missing ids of units that have neither a declaration nor a default, which refuses the
   *     case
   * @param notices what somebody should know of where they come from
   */
  record Offered(MarketDay day, List<Piece> pieces, List<String> missing, List<String> notices) {
    public Offered {
      pieces = List.copyOf(pieces);
      missing = List.copyOf(missing);
      notices = List.copyOf(notices);
    }

    /** Offers of which nothing is to be said. */
    public Offered(MarketDay day, List<Piece> pieces, List<String> missing) {
      this(day, pieces, missing, List.of());
    }
  }
}
