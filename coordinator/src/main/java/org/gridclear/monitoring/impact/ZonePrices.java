package org.gridclear.monitoring.impact;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gridclear.market.BusLoad;
import org.gridclear.market.MarketDay;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.network.Bus;
import org.gridclear.network.NetworkIndex;

/**
 * Prices of zones and of the system, weighted by the load of the day, so that two outcomes of a day
 * have the same weights. A zone without load has the mean of its buses.
 *
 * @param yuanPerMwh prices by period, by zone as it is written
 */
record ZonePrices(SortedMap<String, double[]> yuanPerMwh) {
  /**
   * The prices of a day.
   *
   * @param lmpYuanPerMwh prices, {@code [bus][period]}
   */
  static ZonePrices of(MarketDay day, double[][] lmpYuanPerMwh) {
    int periods = day.periodCount();
    NetworkIndex index = new NetworkIndex(day.network());
    double[][] loadMw = new double[lmpYuanPerMwh.length][periods];
    for (BusLoad load : day.busLoads()) {
      for (int t = 0; t < periods; t++) {
        loadMw[index.bus(load.bus())][t] += Math.max(0, load.mw().at(t));
      }
    }
    SortedMap<String, double[][]> sums = new TreeMap<>();
    for (Bus bus : day.network().buses()) {
      int b = index.bus(bus.id());
      for (String zone : new TreeSet<>(List.of(MarketFacts.SYSTEM, bus.zone()))) {
        double[][] sum =
            sums.computeIfAbsent(MarketFacts.word(zone), none -> new double[4][periods]);
        for (int t = 0; t < periods; t++) {
          sum[0][t] += lmpYuanPerMwh[b][t] * loadMw[b][t];
          sum[1][t] += loadMw[b][t];
          sum[2][t] += lmpYuanPerMwh[b][t];
          sum[3][t]++;
        }
      }
    }
    SortedMap<String, double[]> prices = new TreeMap<>();
    sums.forEach(
        (zone, sum) -> {
          double[] price = new double[periods];
          for (int t = 0; t < periods; t++) {
            price[t] = sum[1][t] > 0 ? sum[0][t] / sum[1][t] : sum[2][t] / sum[3][t];
          }
          prices.put(zone, price);
        });
    return new ZonePrices(prices);
  }
}
