package org.gridclear.market.gate;

import java.time.Instant;
import java.util.List;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.market.store.declaration.ClosedGate;

/**
 * What is in force for a date of a market.
 *
 * @param gate when the gate closes
 * @param state whether it can still change
 * @param parameters what the market takes, by version
 * @param offers one a unit and slot, by unit
 * @param objections units without an offer, declarations that are not in force, defaults
 */
public record GateReport(
    Instant gate,
    State state,
    MarketParameters.Version parameters,
    List<OfferInForce> offers,
    List<Objection> objections) {
  public GateReport {
    offers = List.copyOf(offers);
    objections = List.copyOf(objections);
  }

  /** Whether what is in force can still change. */
  public enum State {
    /** Before the gate: it may. */
    OPEN,
    /** After the gate: it is kept, and does not. */
    CLOSED,
    /** After the gate, and units that must offer have no offer: nothing is kept yet. */
    INCOMPLETE
  }

  /** The same as it is kept. */
  ClosedGate kept() {
    return new ClosedGate(offers.stream().map(OfferInForce::stored).toList(), objections);
  }

  /** Refuses where a unit that must offer has no offer. */
  public void throwIfIncomplete() {
    if (Objection.refuse(objections)) {
      throw new IllegalArgumentException(
          String.join(
              "\n",
              objections.stream()
                  .filter(each -> each.rule().refuses())
                  .map(Objection::line)
                  .toList()));
    }
  }
}
