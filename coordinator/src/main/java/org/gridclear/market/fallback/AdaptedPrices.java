package org.gridclear.market.fallback;

import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.result.Prices;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ReserveRequirement;
import org.gridclear.market.day.ResultKind;
import org.gridclear.network.Bus;

/** Prices of before at the buses of today; a bus that is new has the mean of its zone. */
final class AdaptedPrices {
  private final MarketDay day;
  private final PastValues past;
  private final Adaptations notes;

  private AdaptedPrices(MarketDay day, PastValues past, Adaptations notes) {
    this.day = day;
    this.past = past;
    this.notes = notes;
  }

  static Prices of(MarketDay day, PastValues past, Adaptations notes) {
    AdaptedPrices prices = new AdaptedPrices(day, past, notes);
    return new Prices(
        prices.buses("lmpYuanPerMwh"),
        prices.buses("energyYuanPerMwh"),
        prices.buses("congestionYuanPerMwh"),
        prices.buses("lossYuanPerMwh"),
        prices.reserves());
  }

  private double[][] buses(String column) {
    List<Bus> buses = day.network().buses();
    double[][] prices = new double[buses.size()][];
    List<Integer> fresh = new ArrayList<>();
    for (int b = 0; b < prices.length; b++) {
      prices[b] = past.of(ResultKind.PRICES, List.of("bus"), List.of(buses.get(b).id()), column);
      if (hasNone(prices[b])) {
        fresh.add(b);
      }
    }
    for (int b : fresh) {
      notes.of("bus", buses.get(b).id(), "is new; its price is the mean of its zone");
      prices[b] = mean(buses, prices, fresh, b);
    }
    return prices;
  }

  private static boolean hasNone(double[] prices) {
    for (double price : prices) {
      if (Double.isNaN(price)) {
        return true;
      }
    }
    return false;
  }

  /** The mean of the known buses of its zone; of all buses where its zone has none. */
  private static double[] mean(List<Bus> buses, double[][] prices, List<Integer> fresh, int bus) {
    List<double[]> known = new ArrayList<>();
    List<double[]> all = new ArrayList<>();
    for (int b = 0; b < prices.length; b++) {
      if (!fresh.contains(b)) {
        all.add(prices[b]);
        if (buses.get(b).zone().equals(buses.get(bus).zone())) {
          known.add(prices[b]);
        }
      }
    }
    if (all.isEmpty()) {
      throw new NoFallbackException("No bus of today had a price before.");
    }
    List<double[]> of = known.isEmpty() ? all : known;
    double[] mean = new double[prices[bus].length];
    for (int t = 0; t < mean.length; t++) {
      int period = t;
      mean[t] = of.stream().mapToDouble(each -> each[period]).average().orElseThrow();
    }
    return mean;
  }

  private double[][] reserves() {
    List<ReserveRequirement> required = day.reserves();
    double[][] prices = new double[required.size()][];
    for (int r = 0; r < prices.length; r++) {
      prices[r] =
          past.of(
              ResultKind.RESERVES,
              List.of("product", "requirement"),
              List.of(required.get(r).product(), required.get(r).id()),
              "priceYuanPerMwh");
      if (hasNone(prices[r])) {
        notes.of("reserve", required.get(r).id(), "had no price before and is paid nothing");
        prices[r] = new double[day.periodCount()];
      }
    }
    return prices;
  }
}
