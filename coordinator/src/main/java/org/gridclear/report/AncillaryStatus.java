package org.gridclear.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.audit.UnitPath;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.RangeConstraint;
import org.gridclear.market.rule.RangeKind;
import org.gridclear.market.rule.ReserveProduct;
import org.jspecify.annotations.Nullable;

/**
 * What every unit could give of ancillary products, holds, was awarded and is called for (G-06,
 * G-10), in MW by unit, product and period. Units and products by their places in the day and in
 * {@link #products}.
 */
public final class AncillaryStatus {
  private static final double LEAST_MW = 1e-6;

  private final MarketDay day;
  private final List<String> products;
  private final UnitPath[] paths;
  private final Map<String, RangeConstraint> awards = new HashMap<>();

  /** The status of a cleared case. */
  public AncillaryStatus(ClearingCase clearingCase, ClearingResult result) {
    this.day = clearingCase.day();
    this.products = MarketFigures.products(day);
    this.paths = new UnitPath[day.thermalUnits().size()];
    for (int g = 0; g < paths.length && !products.isEmpty(); g++) {
      paths[g] = new UnitPath(clearingCase, result, g);
    }
    for (RangeConstraint range : day.rules().ranges()) {
      if (range.kind() == RangeKind.AWARD && range.inEffect()) {
        awards.put(range.scope().units().get(0) + "|" + range.item(), range);
      }
    }
  }

  /** Ids of the products. */
  public List<String> products() {
    return products;
  }

  /** A product as a unit gives it. */
  public ReserveProduct product(int g, int p) {
    return paths[g].products().get(p);
  }

  /** Whether a unit may provide a product or was awarded some of it. */
  public boolean concerns(int g, int p) {
    return award(g, p) != null || paths[g].mayProvide(product(g, p));
  }

  private @Nullable RangeConstraint award(int g, int p) {
    return awards.get(day.thermalUnits().get(g).id() + "|" + product(g, p).id());
  }

  /** What a unit could give with its status, offer, ramp and regulating rate. */
  public double availableMw(int g, int p, int t) {
    ReserveProduct product = product(g, p);
    return paths[g].mayProvide(product) ? paths[g].limitMw(product, t) : 0;
  }

  /** What a unit holds. */
  public double heldMw(int g, int p, int t) {
    return paths[g].heldMw(p, t);
  }

  /** What a unit was awarded before this clearing; 0 where the award does not bind. */
  public double awardedMw(int g, int p, int t) {
    RangeConstraint award = award(g, p);
    return award == null || !binds(award, t) ? 0 : award.min().at(t);
  }

  /** What of its award a dispatch takes: it is held no longer but is output now. */
  public double calledMw(int g, int p, int t) {
    RangeConstraint award = award(g, p);
    return award == null ? 0 : calledMw(award, heldMw(g, p, t), t);
  }

  /** Price at which a unit offers a product, expected mileage included; 0 where it offers none. */
  public double offerYuanPerMwh(int g, int p, int t) {
    return paths[g].offerYuanPerMwh(product(g, p), t);
  }

  /** What of an award is called where so much is still held. */
  public static double calledMw(RangeConstraint award, double heldMw, int t) {
    double called = binds(award, t) ? award.min().at(t) - heldMw : 0;
    return called > LEAST_MW ? called : 0;
  }

  private static boolean binds(RangeConstraint award, int t) {
    return t >= award.from() && t < award.to();
  }
}
