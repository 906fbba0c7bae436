package org.gridclear.clearing.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridclear.clearing.audit.ResourceShares;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.clearing.model.ClearingGrid.Monitored;
import org.gridclear.clearing.model.LostPower;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.FlowResult;
import org.gridclear.market.OfferCurve;

/**
 * What sets the price of a bus in a period: its components, each binding limit with what it adds,
 * what is at the margin, and the shares that add up to the price.
 *
 * @param lmpYuanPerMwh the price
 * @param energyYuanPerMwh its energy component
 * @param lossYuanPerMwh its loss component
 * @param congestionYuanPerMwh its congestion component
 * @param limits binding limits, the greatest contribution first
 * @param marginal what could still move both ways in the bus's island, with what its next MWh costs
 *     and the shares of its rows
 * @param shares what adds up to the price: the next MWh of the first of {@code marginal}, the rows
 *     that it takes part in, and limits and losses between its bus and this one
 */
public record PriceExplanation(
    double lmpYuanPerMwh,
    double energyYuanPerMwh,
    double lossYuanPerMwh,
    double congestionYuanPerMwh,
    List<Contribution> limits,
    List<Marginal> marginal,
    List<ResourceShares.Share> shares) {

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
      double yuanPerMwh) {
    private boolean sameLimit(Contribution other) {
      return constraint.equals(other.constraint)
          && element.equals(other.element)
          && outage.equals(other.outage);
    }
  }

  /**
   * Something at the margin; the price at its bus is its next cost plus its shares. Where nothing
   * can move both ways, because load stands exactly at a step or limits meet, it is what can go up:
   * the price is that of the next MWh.
   *
   * @param unit unit, storage or load
   * @param bus its bus
   * @param mw its power
   * @param yuanPerMwh what its next MWh costs
   * @param bothWays whether it could go down at that price as well
   * @param shares rows that a MWh of it takes part in, with what they add to its price
   */
  public record Marginal(
      String unit,
      String bus,
      double mw,
      double yuanPerMwh,
      boolean bothWays,
      List<ResourceShares.Share> shares) {}

  private static final double ROOM_MW = 1e-3;
  private static final double EXACT = 1e-7;

  /** Explains the price of a bus, by its number, in a period counted from 0. */
  public static PriceExplanation of(
      ClearingCase clearingCase, ClearingResult result, int bus, int period) {
    ClearingGrid grid = new ClearingGrid(clearingCase);
    int island = grid.island(period, bus);
    List<Marginal> marginal = List.of();
    for (int pass = 0; pass < 2 && marginal.isEmpty(); pass++) {
      marginal =
          MarginalElements.in(clearingCase, result, period, pass == 0).stream()
              .filter(each -> grid.island(period, grid.index().bus(each.bus())) == island)
              .toList();
    }
    return new PriceExplanation(
        result.prices().lmpYuanPerMwh()[bus][period],
        result.prices().energyYuanPerMwh()[bus][period],
        result.prices().lossYuanPerMwh()[bus][period],
        result.prices().congestionYuanPerMwh()[bus][period],
        limits(grid, result, bus, period),
        marginal,
        shares(grid, result, bus, period, marginal));
  }

  /**
   * Binding limits with what they add to the price of a bus, the greatest first: against the load
   * where losses are modelled. Where nothing is lost, whichever way gives the congestion component.
   */
  private static List<Contribution> limits(
      ClearingGrid grid, ClearingResult result, int bus, int period) {
    List<Contribution> plain = limits(grid, result, bus, period, false);
    double congestion = result.prices().congestionYuanPerMwh()[bus][period];
    double off = Math.abs(sum(plain) - congestion);
    boolean lost = result.lossMw()[period] > 0;
    if (!lost && off <= EXACT) {
      return plain;
    }
    List<Contribution> atLoad = limits(grid, result, bus, period, true);
    return lost || Math.abs(sum(atLoad) - congestion) < off ? atLoad : plain;
  }

  private static double sum(List<Contribution> limits) {
    return limits.stream().mapToDouble(Contribution::yuanPerMwh).sum();
  }

  private static List<Contribution> limits(
      ClearingGrid grid, ClearingResult result, int bus, int period, boolean atLoad) {
    List<Contribution> limits = new ArrayList<>();
    for (FlowResult flow : result.flows()) {
      if (flow.period() == period && flow.binding()) {
        double[] made = grid.shiftFactors(element(grid, flow), period);
        double[] factors =
            LostPower.of(grid, outage(grid, flow), period).map(p -> p.left(made)).orElse(made);
        double at = factors[bus];
        if (atLoad) {
          at -= grid.loadWeighted(factors, period, grid.island(period, bus));
        }
        double price = flow.shadowPriceYuanPerMwh();
        double adds = -flow.direction() * price * at;
        limits.add(
            new Contribution(flow.constraint(), flow.element(), flow.outage(), price, at, adds));
      }
    }
    limits.sort(Comparator.comparingDouble(c -> -Math.abs(c.yuanPerMwh())));
    return limits;
  }

  private static List<ResourceShares.Share> shares(
      ClearingGrid grid, ClearingResult result, int bus, int period, List<Marginal> marginal) {
    List<ResourceShares.Share> shares = new ArrayList<>();
    double[][] lmp = result.prices().lmpYuanPerMwh();
    if (marginal.isEmpty()) {
      shares.add(
          new ResourceShares.Share("", "limits that meet, nothing is free", lmp[bus][period]));
      return shares;
    }
    Marginal sets = marginal.get(0);
    int at = grid.index().bus(sets.bus());
    shares.add(new ResourceShares.Share("", "next MWh of " + sets.unit(), sets.yuanPerMwh()));
    shares.addAll(sets.shares());
    List<Contribution> there = limits(grid, result, at, period);
    for (Contribution here : limits(grid, result, bus, period)) {
      double less =
          there.stream()
              .filter(each -> each.sameLimit(here))
              .mapToDouble(Contribution::yuanPerMwh)
              .sum();
      if (here.yuanPerMwh() != less) {
        String after = here.outage().isEmpty() ? "" : " after " + here.outage();
        String name = here.element() + after;
        shares.add(new ResourceShares.Share(here.constraint(), name, here.yuanPerMwh() - less));
      }
    }
    double[][] loss = result.prices().lossYuanPerMwh();
    if (loss[bus][period] != loss[at][period]) {
      shares.add(new ResourceShares.Share("", "losses", loss[bus][period] - loss[at][period]));
    }
    double shed = shedYuanPerMwh(grid, result, bus, period);
    double shedThere = shedYuanPerMwh(grid, result, at, period);
    if (shed != shedThere) {
      String name = "all load shed at bus " + grid.index().network().buses().get(bus).id();
      shares.add(new ResourceShares.Share("B-14", name, shed - shedThere));
    }
    return shares;
  }

  /**
   * What it takes off the price of a bus that all its load is shed, so that one more MWh would be
   * shed as well: the congestion component less what the limits make of it.
   */
  private static double shedYuanPerMwh(
      ClearingGrid grid, ClearingResult result, int bus, int period) {
    if (result.schedule().shedMw()[bus][period] <= 0) {
      return 0;
    }
    double ofLimits =
        limits(grid, result, bus, period).stream().mapToDouble(Contribution::yuanPerMwh).sum();
    double left = result.prices().congestionYuanPerMwh()[bus][period] - ofLimits;
    double size = Math.abs(result.prices().lmpYuanPerMwh()[bus][period]);
    return left < -EXACT * size ? left : 0;
  }

  private static Monitored element(ClearingGrid grid, FlowResult flow) {
    Monitored plain =
        grid.monitored().stream()
            .filter(m -> m.id().equals(flow.element()))
            .filter(m -> m.isFlowgate() == flow.ofFlowgate())
            .findFirst()
            .orElseThrow();
    int outage = outage(grid, flow);
    return outage < 0
        ? plain
        : grid.after(plain, grid.response(outage, flow.period()).orElseThrow(), 0);
  }

  /** Number of the outage of a flow; -1 in the intact grid. */
  private static int outage(ClearingGrid grid, FlowResult flow) {
    for (int k = 0; k < grid.outages().size() && !flow.outage().isEmpty(); k++) {
      if (grid.outages().get(k).id().equals(flow.outage())) {
        return k;
      }
    }
    return -1;
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
