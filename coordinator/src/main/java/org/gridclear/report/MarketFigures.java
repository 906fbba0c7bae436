package org.gridclear.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.model.RequiredReserve;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.market.rule.PriceZone;
import org.gridclear.market.rule.ReserveProduct;
import org.gridclear.market.rule.Reservoir;
import org.gridclear.network.NetworkIndex;
import org.gridclear.validate.NaturalOrder;

/** Figures derived from a cleared case: zonal prices, LMP curves, balance. */
public final class MarketFigures {
  private MarketFigures() {}

  /** Price of a zone in a period (EQ-02), and the load or generation that weights it. */
  public record ZonePrice(
      String zone,
      int period,
      double priceYuanPerMwh,
      double energyYuanPerMwh,
      double congestionYuanPerMwh,
      double lossYuanPerMwh,
      double weightMw,
      boolean logical) {}

  /** What the units online could give more and less in a period (C-08). */
  public record BalanceRow(
      int period,
      double loadMw,
      double onlineCapacityMw,
      double outputMw,
      double positiveReserveMw,
      double requiredPositiveMw,
      double negativeReserveMw,
      double requiredNegativeMw,
      double shedMw) {}

  /**
   * Load-weighted prices of all zones of buses and of all logical price zones (D-13); by generation
   * where a zone has no load, else plain.
   */
  public static List<ZonePrice> zonePrices(MarketDay day, ClearingResult result) {
    NetworkIndex index = new NetworkIndex(day.network());
    Map<String, BitSet> zones = new TreeMap<>(NaturalOrder.OF_NAMES);
    for (int b = 0; b < index.busCount(); b++) {
      zones.computeIfAbsent(day.network().buses().get(b).zone(), key -> new BitSet()).set(b);
    }
    Set<String> logical = new TreeSet<>();
    for (PriceZone zone : day.rules().priceZones()) {
      BitSet buses = zones.computeIfAbsent(zone.id(), key -> new BitSet());
      zone.buses().forEach(bus -> buses.set(index.bus(bus)));
      logical.add(zone.id());
    }
    List<ZonePrice> prices = new ArrayList<>();
    for (int t = 0; t < day.periodCount(); t++) {
      double[] ones = new double[index.busCount()];
      java.util.Arrays.fill(ones, 1);
      List<double[]> weights =
          List.of(loadMw(day, index, t), generationMw(day, index, result, t), ones);
      for (Map.Entry<String, BitSet> zone : zones.entrySet()) {
        boolean own = logical.contains(zone.getKey());
        prices.add(zonePrice(result, zone.getKey(), zone.getValue(), own, t, weights));
      }
    }
    return prices;
  }

  private static ZonePrice zonePrice(
      ClearingResult result,
      String zone,
      BitSet buses,
      boolean logical,
      int t,
      List<double[]> weightsInOrder) {
    double[][][] tables = {
      result.prices().lmpYuanPerMwh(),
      result.prices().energyYuanPerMwh(),
      result.prices().congestionYuanPerMwh(),
      result.prices().lossYuanPerMwh()
    };
    for (double[] weights : weightsInOrder) {
      double[] sum = new double[tables.length];
      double total = 0;
      for (int b = 0; b < weights.length; b++) {
        if (buses.get(b)) {
          double weight = Math.max(0, weights[b]);
          total += weight;
          for (int k = 0; k < sum.length; k++) {
            sum[k] += weight * tables[k][b][t];
          }
        }
      }
      if (total > 0) {
        return new ZonePrice(
            zone,
            t,
            sum[0] / total,
            sum[1] / total,
            sum[2] / total,
            sum[3] / total,
            total,
            logical);
      }
    }
    throw new IllegalStateException("The zone " + zone + " has no bus.");
  }

  private static double[] loadMw(MarketDay day, NetworkIndex index, int t) {
    double[] mw = new double[index.busCount()];
    for (BusLoad load : day.busLoads()) {
      mw[index.bus(load.bus())] += load.mw().at(t);
    }
    return mw;
  }

  private static double[] generationMw(
      MarketDay day, NetworkIndex index, ClearingResult result, int t) {
    double[] mw = new double[index.busCount()];
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      mw[index.bus(day.thermalUnits().get(g).bus())] += result.schedule().outputMw()[g][t];
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      mw[index.bus(day.profiledUnits().get(i).bus())] += result.schedule().profiledMw()[i][t];
    }
    return mw;
  }

  /** Lowest, load-weighted mean and highest LMP of every period (D-16). */
  public static List<double[]> lmpCurves(MarketDay day, ClearingResult result) {
    NetworkIndex index = new NetworkIndex(day.network());
    int periods = day.periodCount();
    double[] min = new double[periods];
    double[] mean = new double[periods];
    double[] max = new double[periods];
    for (int t = 0; t < periods; t++) {
      double[] load = loadMw(day, index, t);
      double sum = 0;
      double weight = 0;
      double plain = 0;
      min[t] = Double.POSITIVE_INFINITY;
      max[t] = Double.NEGATIVE_INFINITY;
      for (int b = 0; b < load.length; b++) {
        double lmp = result.prices().lmpYuanPerMwh()[b][t];
        min[t] = Math.min(min[t], lmp);
        max[t] = Math.max(max[t], lmp);
        sum += lmp * Math.max(0, load[b]);
        weight += Math.max(0, load[b]);
        plain += lmp / load.length;
      }
      mean[t] = weight > 0 ? sum / weight : plain;
    }
    return List.of(min, mean, max);
  }

  /** The balance of the system in every period, in MW. */
  public static List<BalanceRow> balance(ClearingCase clearingCase, ClearingResult result) {
    MarketDay day = clearingCase.day();
    List<BalanceRow> rows = new ArrayList<>();
    for (int t = 0; t < day.periodCount(); t++) {
      double capacity = 0;
      double output = 0;
      double least = 0;
      for (int g = 0; g < day.thermalUnits().size(); g++) {
        if (result.schedule().committed()[g][t]) {
          ThermalUnit unit = day.thermalUnits().get(g);
          capacity += unit.pMaxMw().at(t);
          least += Math.max(unit.pMinMw().at(t), unit.offer(t).firstMw());
          output += result.schedule().outputMw()[g][t];
        }
      }
      double shed = 0;
      for (double[] bus : result.schedule().shedMw()) {
        shed += bus[t];
      }
      rows.add(
          new BalanceRow(
              t,
              day.loadMw(t),
              capacity,
              output,
              capacity - output,
              requiredMw(clearingCase, t, ReserveProduct.Direction.UP),
              output - least,
              requiredMw(clearingCase, t, ReserveProduct.Direction.DOWN),
              shed));
    }
    return rows;
  }

  /** What the requirements of the system that are in effect ask for, by their rules. */
  private static double requiredMw(
      ClearingCase clearingCase, int t, ReserveProduct.Direction direction) {
    MarketDay day = clearingCase.day();
    double sum = 0;
    for (ReserveRequirement requirement : day.reserves()) {
      ReserveProduct product = day.rules().product(requirement.product());
      if (requirement.scope().isSystem()
          && RequiredReserve.counts(clearingCase, requirement)
          && product.direction() == direction) {
        sum += RequiredReserve.mw(clearingCase, requirement, t);
      }
    }
    return sum;
  }

  /** Names of the products in the order of the schedule. */
  public static List<String> products(MarketDay day) {
    Set<String> names = new LinkedHashSet<>();
    day.rules().products().forEach(product -> names.add(product.id()));
    day.reserves().forEach(requirement -> names.add(requirement.product()));
    return List.copyOf(names);
  }

  /** Ids of the HVDC lines that the case decides, in the order of the schedule. */
  public static List<String> decidedHvdc(ClearingCase clearingCase) {
    return clearingCase.decidedHvdc().stream().map(HvdcSchedule::line).toList();
  }

  /** Ids of the reservoirs that the case decides, in the order of the schedule. */
  public static List<String> decidedReservoirs(ClearingCase clearingCase) {
    return clearingCase.decidedReservoirs().stream().map(Reservoir::id).toList();
  }
}
