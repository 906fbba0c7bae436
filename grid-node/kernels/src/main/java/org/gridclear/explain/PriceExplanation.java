package org.gridclear.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.clearing.FlowResult;
import org.gridclear.clearing.constraint.ClearingGrid;
import org.gridclear.clearing.constraint.ClearingGrid.Monitored;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.ThermalUnit;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.sensitivity.OutageResponse;

/**
 * What sets the price of a bus in a period: its components, each binding limit with what it adds,
 * and the units at the margin.
 *
 * @param lmpYuanPerMwh the price
 * @param energyYuanPerMwh its energy component
 * @param lossYuanPerMwh its loss component
 * @param congestionYuanPerMwh its congestion component
 * @param limits binding limits, the greatest contribution first
 * @param marginal units whose output could still move both ways, with what their next MWh costs
 */
public record PriceExplanation(
    double lmpYuanPerMwh,
    double energyYuanPerMwh,
    double lossYuanPerMwh,
    double congestionYuanPerMwh,
    List<Contribution> limits,
    List<Marginal> marginal) {

  /**
   * One binding limit.
   *
   * @param constraint row of the catalogue
   * @param element branch or flowgate
   * @param outage the contingency, "" for none
   * @param shadowPriceYuanPerMwh what a MW more of it would save
   * @param shiftFactor its flow per MW injected at the bus
   * @param yuanPerMwh what it adds to the price
   */
  public record Contribution(
      String constraint,
      String element,
      String outage,
      double shadowPriceYuanPerMwh,
      double shiftFactor,
      double yuanPerMwh) {}

  /** A unit at the margin. */
  public record Marginal(String unit, String bus, double mw, double yuanPerMwh) {}

  private static final double ROOM_MW = 1e-3;

  /** Explains the price of a bus, by its number, in a period counted from 0. */
  public static PriceExplanation of(
      ClearingCase clearingCase, ClearingResult result, int bus, int period) {
    ClearingGrid grid = new ClearingGrid(clearingCase);
    List<Contribution> limits = new ArrayList<>();
    for (FlowResult flow : result.flows()) {
      if (flow.period() == period && flow.binding()) {
        double[] factors = grid.shiftFactors(element(grid, flow), period);
        double at = factors[bus];
        if (result.lossMw()[period] > 0) {
          at -= grid.loadWeighted(factors, period, grid.island(period, bus));
        }
        double adds = -Math.signum(flow.flowMw()) * flow.shadowPriceYuanPerMwh() * at;
        limits.add(
            new Contribution(
                flow.constraint(),
                flow.element(),
                flow.outage(),
                flow.shadowPriceYuanPerMwh(),
                at,
                adds));
      }
    }
    limits.sort(Comparator.comparingDouble(c -> -Math.abs(c.yuanPerMwh())));
    return new PriceExplanation(
        result.prices().lmpYuanPerMwh()[bus][period],
        result.prices().energyYuanPerMwh()[bus][period],
        result.prices().lossYuanPerMwh()[bus][period],
        result.prices().congestionYuanPerMwh()[bus][period],
        limits,
        marginal(clearingCase, result, period));
  }

  private static Monitored element(ClearingGrid grid, FlowResult flow) {
    Monitored plain =
        grid.monitored().stream()
            .filter(m -> m.id().equals(flow.element()))
            .filter(m -> m.constraint().equals("B-18") == flow.constraint().equals("B-18"))
            .findFirst()
            .orElseThrow();
    for (int k = 0; k < grid.outages().size() && !flow.outage().isEmpty(); k++) {
      if (grid.outages().get(k).id().equals(flow.outage())) {
        OutageResponse response = grid.response(k, flow.period()).orElseThrow();
        return grid.after(plain, response, 0);
      }
    }
    return plain;
  }

  private static List<Marginal> marginal(ClearingCase clearingCase, ClearingResult result, int t) {
    List<Marginal> list = new ArrayList<>();
    for (int g = 0; g < clearingCase.day().thermalUnits().size(); g++) {
      ThermalUnit unit = clearingCase.day().thermalUnits().get(g);
      double mw = result.schedule().outputMw()[g][t];
      double held = 0;
      for (double[][] product : result.schedule().reserveMw()) {
        held += product[g][t];
      }
      double least = Math.max(unit.pMinMw().at(t), unit.offer(t).firstMw());
      boolean between = mw > least + ROOM_MW && mw + held < unit.pMaxMw().at(t) - ROOM_MW;
      if (result.schedule().committed()[g][t] && between && !atBreakpoint(unit.offer(t), mw)) {
        list.add(new Marginal(unit.id(), unit.bus(), mw, nextYuanPerMwh(unit.offer(t), mw)));
      }
    }
    return list;
  }

  private static boolean atBreakpoint(OfferCurve offer, double mw) {
    return offer.mw().stream().anyMatch(point -> Math.abs(point - mw) < ROOM_MW);
  }

  /** What the next MWh of an offer costs. */
  static double nextYuanPerMwh(OfferCurve offer, double mw) {
    int k = 0;
    while (k < offer.segmentCount() - 1 && mw >= offer.mw().get(k + 1) - ROOM_MW) {
      k++;
    }
    return offer.segmentCount() == 0 ? Double.NaN : offer.priceYuanPerMwh(k);
  }
}
