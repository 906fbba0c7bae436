package org.gridclear.clearing.rolling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.market.Commitment;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.LinearConstraint;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.quantity.Series;

/**
 * The day with the statuses that windows decided, as given by the data. A unit that may hold
 * non-spinning reserve is kept off by a constraint of its own instead: one that the data keep off
 * cannot start, and so holds none.
 */
final class KeptStatuses {
  private final MarketDay day;
  private final Set<String> nonSpinning;
  private final List<LinearConstraint> constraints = new ArrayList<>();

  private KeptStatuses(MarketDay day) {
    this.day = day;
    this.nonSpinning =
        day.rules().products().stream()
            .filter(product -> product.kind() == ReserveProduct.Kind.NON_SPINNING)
            .map(ReserveProduct::id)
            .collect(Collectors.toSet());
  }

  static MarketDay of(MarketDay day, boolean[][] on) {
    KeptStatuses kept = new KeptStatuses(day);
    List<ThermalUnit> units = new ArrayList<>();
    for (int g = 0; g < on.length; g++) {
      units.add(kept.unit(day.thermalUnits().get(g), on[g]));
    }
    if (kept.constraints.isEmpty()) {
      return day.withThermalUnits(units);
    }
    Set<String> own =
        kept.constraints.stream().map(LinearConstraint::id).collect(Collectors.toSet());
    List<LinearConstraint> all = new ArrayList<>(day.rules().linear());
    // Those of the run that wrote the case, if it was cleared in windows before.
    all.removeIf(each -> own.contains(each.id()));
    all.addAll(kept.constraints);
    return day.withThermalUnits(units)
        .withRules(day.rules().withLinear(day.rules().variables(), all));
  }

  private ThermalUnit unit(ThermalUnit unit, boolean[] on) {
    boolean mayHold = mayHold(unit);
    List<Commitment> statuses = new ArrayList<>();
    double[] keptOff = new double[on.length];
    for (int t = 0; t < on.length; t++) {
      boolean free = mayHold && !on[t] && unit.commitment().get(t) == Commitment.FREE;
      keptOff[t] = free ? 1 : 0;
      statuses.add(free ? Commitment.FREE : on[t] ? Commitment.ON : Commitment.OFF);
    }
    if (statuses.contains(Commitment.FREE)) {
      constraints.add(keptOff(unit.id(), Series.of(keptOff)));
    }
    return unit.withCommitment(statuses);
  }

  private boolean mayHold(ThermalUnit unit) {
    return unit.reserves().stream().anyMatch(nonSpinning::contains)
        || day.rules().reserveOffers().stream()
            .anyMatch(
                offer -> offer.unit().equals(unit.id()) && nonSpinning.contains(offer.product()));
  }

  private LinearConstraint keptOff(String unit, Series periods) {
    LinearConstraint.Term status =
        new LinearConstraint.Term(unit, LinearConstraint.Quantity.STATUS, periods);
    return new LinearConstraint(
        "windows keep " + unit + " off",
        true,
        List.of(status),
        Series.constant(Double.NEGATIVE_INFINITY, day.periodCount()),
        periods.map(off -> off > 0 ? 0 : Double.POSITIVE_INFINITY),
        Double.POSITIVE_INFINITY);
  }
}
