package org.gridclear.market.assembly;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.input.Market;
import org.gridclear.file.Sha256;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.DeclaredDay;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.gate.GateReport;
import org.gridclear.market.gate.MarketGate;
import org.gridclear.market.gate.MarketParameters;
import org.gridclear.market.gate.OfferInForce;
import org.gridclear.quantity.Horizon;

/**
 * What was in force at the gate of declarations, on the units of a case. The gate is kept when it
 * is first asked for after it closed, so that the same date gives the same case.
 *
 * @param declarations of the market
 */
record DeclaredOffers(MarketGate declarations) implements OffersInForce {
  private static final String BY = "assembly";

  @Override
  public Offered offered(Gate gate, MarketDay day) {
    String market = declaredIn(gate);
    GateReport report = declarations.gate().inForce(market, gate.date(), BY);
    refuseBefore(report, gate.at(), market);
    List<String> missing =
        report.objections().stream()
            .filter(each -> each.rule() == DeclarationRule.OFFER_AT_GATE)
            .map(each -> each.place().substring(0, each.place().lastIndexOf(' ')))
            .toList();
    if (!missing.isEmpty()) {
      return new Offered(day, List.of(), missing);
    }
    List<String> notices =
        market.equals(gate.label())
            ? List.of()
            : List.of(
                "%s takes no declarations of its own: offers are those of the day ahead."
                    .formatted(gate.label()));
    return new Offered(with(day, report, gate), pieces(report), List.of(), notices);
  }

  /** The market whose declarations hold: intraday and real time may have none of their own. */
  private String declaredIn(Gate gate) {
    boolean rolling = gate.market() == Market.ID || gate.market() == Market.RT;
    List<String> markets =
        rolling ? List.of(gate.label(), DayKey.word(Market.DA)) : List.of(gate.label());
    return markets.stream()
        .filter(market -> declarations.parameters().on(market, gate.date()).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The market %s takes no declarations for %s: give it parameters (gridclear declarations set-parameters), or keep the offers of the network version: --from-network offers."
                        .formatted(gate.label(), gate.date())));
  }

  private void refuseBefore(GateReport report, Instant at, String market) {
    if (report.state() == GateReport.State.OPEN || at.isBefore(report.gate())) {
      throw new IllegalArgumentException(
          "Declarations of %s hold from their gate on, %s; the case's gate is %s. Assemble it as of that time or later, or keep the offers of the network version: --from-network offers."
              .formatted(
                  market,
                  report.gate().atZone(declarations.parameters().zone()).toOffsetDateTime(),
                  at.atZone(declarations.parameters().zone()).toOffsetDateTime()));
    }
  }

  private MarketDay with(MarketDay day, GateReport report, Gate gate) {
    DeclarationParameters parameters = report.parameters().values();
    Horizon horizon = day.horizon();
    int[] periods =
        parameters.periods(
            horizon.startMinute(),
            horizon.minutesPerPeriod(),
            horizon.periodCount(),
            parameters.periodCount(gate.date(), declarations.parameters().zone()));
    DeclaredDay.Units units =
        DeclaredDay.of(
            day,
            report.offers().stream()
                .map(offer -> offer.declaration().in(offer.element(), periods))
                .toList(),
            parameters,
            Map.of());
    CaseParts parts = new CaseParts(day);
    parts.thermalUnits = units.thermalUnits();
    parts.profiledUnits = units.profiledUnits();
    parts.storageUnits = units.storageUnits();
    parts.flexibleLoads = units.flexibleLoads();
    parts.rules = day.rules().withReserveOffers(units.reserveOffers());
    return parts.day();
  }

  private List<Piece> pieces(GateReport report) {
    List<Piece> pieces = new ArrayList<>();
    for (OfferInForce offer : report.offers()) {
      pieces.add(
          new Piece(
              "declaration",
              "%s %s"
                  .formatted(
                      offer.declaration().unit(), offer.declaration().terms().slot().label()),
              offer.provenance(),
              offer.hash()));
    }
    MarketParameters.Version held = report.parameters();
    String market = held.values().market();
    declarations.parameters().all().stream()
        .filter(each -> each.key().equals(market) && each.version() == held.version())
        .forEach(
            each ->
                pieces.add(
                    new Piece(
                        "declaration-parameters",
                        market,
                        "" + each.version(),
                        Sha256.hex(each.content().getBytes(StandardCharsets.UTF_8)))));
    return pieces;
  }
}
