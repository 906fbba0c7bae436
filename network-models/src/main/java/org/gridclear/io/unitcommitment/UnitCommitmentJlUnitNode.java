package org.gridclear.io.unitcommitment;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.market.Commitment;
import org.gridclear.market.OfferCurve;
import org.gridclear.market.StartCategory;
import org.gridclear.market.ThermalUnit;
import org.gridclear.quantity.Series;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One thermal unit of a UnitCommitment.jl file: its curve runs from its least to its most. */
final class UnitCommitmentJlUnitNode {
  private final ThermalUnit unit;
  private final double hours;
  private final int periods;

  UnitCommitmentJlUnitNode(ThermalUnit unit, double hours, int periods) {
    this.unit = unit;
    this.hours = hours;
    this.periods = periods;
  }

  void write(ObjectNode node) {
    node.put("Bus", unit.bus());
    node.put("Type", "Thermal");
    curve(node);
    ArrayNode delays = node.putArray("Startup delays (h)");
    ArrayNode costs = node.putArray("Startup costs ($)");
    for (StartCategory start : unit.startCategories()) {
      delays.add(start.offHours());
      costs.add(start.costYuan());
    }
    if (unit.stopYuan() != 0) {
      node.put("Shutdown cost ($)", unit.stopYuan());
    }
    node.put("Ramp up limit (MW)", unit.rampUpMwPerH() * hours);
    node.put("Ramp down limit (MW)", unit.rampDownMwPerH() * hours);
    node.put("Startup limit (MW)", unit.startRampMw());
    node.put("Shutdown limit (MW)", unit.stopRampMw());
    node.put("Minimum uptime (h)", unit.minUpHours());
    node.put("Minimum downtime (h)", unit.minDownHours());
    if (unit.initial() != null) {
      double hoursIn = unit.initial().hours();
      node.put("Initial status (h)", unit.initial().on() ? hoursIn : -hoursIn);
      node.put("Initial power (MW)", unit.initial().powerMw());
    }
    if (unit.commitment().stream().anyMatch(c -> c != Commitment.FREE)) {
      ArrayNode status = node.putArray("Commitment status");
      for (Commitment each : unit.commitment()) {
        if (each == Commitment.FREE) {
          status.addNull();
        } else {
          status.add(each == Commitment.ON);
        }
      }
    }
    ArrayNode reserves = node.putArray("Reserve eligibility");
    unit.reserves().stream().sorted().forEach(reserves::add);
  }

  private void curve(ObjectNode node) {
    List<OfferCurve> cut = new ArrayList<>();
    int points = 0;
    for (int t = 0; t < periods; t++) {
      OfferCurve here = cut(unit.offer(t), unit.pMinMw().at(t), unit.pMaxMw().at(t));
      cut.add(here);
      points = Math.max(points, here.mw().size());
    }
    ArrayNode mw = node.putArray("Production cost curve (MW)");
    ArrayNode cost = node.putArray("Production cost curve ($)");
    boolean same = cut.stream().distinct().count() == 1;
    for (int k = 0; k < points; k++) {
      double[] outputs = new double[periods];
      double[] costs = new double[periods];
      for (int t = 0; t < periods; t++) {
        outputs[t] = cut.get(t).mw().get(k);
        costs[t] = cut.get(t).yuanPerH().get(k) * hours;
      }
      add(mw, outputs, same);
      add(cost, costs, same);
    }
  }

  private static void add(ArrayNode list, double[] values, boolean same) {
    if (same) {
      list.add(values[0]);
    } else {
      ArrayNode series = list.addArray();
      for (double value : Series.of(values).toArray()) {
        series.add(value);
      }
    }
  }

  /** The part of a curve between two outputs. */
  static OfferCurve cut(OfferCurve curve, double fromMw, double toMw) {
    List<Double> mw = new ArrayList<>(List.of(fromMw));
    List<Double> cost = new ArrayList<>(List.of(at(curve, fromMw)));
    for (int k = 0; k < curve.mw().size(); k++) {
      if (curve.mw().get(k) > fromMw && curve.mw().get(k) < toMw) {
        mw.add(curve.mw().get(k));
        cost.add(curve.yuanPerH().get(k));
      }
    }
    if (toMw > fromMw) {
      mw.add(toMw);
      cost.add(at(curve, toMw));
    }
    return new OfferCurve(mw, cost);
  }

  private static double at(OfferCurve curve, double mw) {
    int k = 0;
    while (k < curve.mw().size() - 1 && curve.mw().get(k + 1) < mw) {
      k++;
    }
    if (curve.mw().get(k) == mw || k == curve.mw().size() - 1) {
      return curve.yuanPerH().get(k);
    }
    return curve.mw().get(k + 1) == mw
        ? curve.yuanPerH().get(k + 1)
        : curve.yuanPerH().get(k) + (mw - curve.mw().get(k)) * curve.priceYuanPerMwh(k);
  }
}
