package org.gridclear.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.io.SeriesText;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Bus;
import org.gridclear.network.NetworkIndex;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.MarketFigures.ZonePrice;

/**
 * Prices and awards of a cleared day as files of a settlement folder (O-14). A bus is a price
 * point; a zone is one too, its price weighted by load (EQ-02). A unit is an entity of the same id.
 */
public final class ClearedDay {
  private final MarketDay day;
  private final ClearingResult result;
  private final boolean realTime;
  private final int intervals;
  private final NetworkIndex index;

  /**
   * A cleared day.
   *
   * @param realTime whether it was cleared for the real-time market
   * @param intervals settlement intervals of a day
   * @throws IllegalArgumentException if its periods do not make a day of such intervals
   */
  public ClearedDay(MarketDay day, ClearingResult result, boolean realTime, int intervals) {
    this.day = day;
    this.result = result;
    this.realTime = realTime;
    this.intervals = intervals;
    this.index = new NetworkIndex(day.network());
    int minutes = day.horizon().minutesPerPeriod();
    int length = 24 * 60 / intervals;
    boolean whole = minutes % length == 0 || length % minutes == 0;
    if (!whole || day.periodCount() * minutes != 24 * 60) {
      throw new IllegalArgumentException(
          "%d periods of %d minutes are no day of %d intervals; clear one whole day."
              .formatted(day.periodCount(), minutes, intervals));
    }
  }

  /**
   * Writes {@code prices.csv} and {@code awards.csv}; series of the other market stay.
   *
   * @param known whether an entity is settled
   * @return awards written
   */
  public int write(Path folder, Function<String, Boolean> known) throws IOException {
    Files.createDirectories(folder);
    SeriesText prices = kept(folder.resolve("prices.csv"), "point");
    double[][] energy = result.prices().energyYuanPerMwh();
    double[][] congestion = result.prices().congestionYuanPerMwh();
    double[][] loss = result.prices().lossYuanPerMwh();
    for (Bus bus : day.network().buses()) {
      int b = index.bus(bus.id());
      point(prices, bus.id(), energy[b], congestion[b], loss[b]);
    }
    Set<String> buses = day.network().buses().stream().map(Bus::id).collect(Collectors.toSet());
    Map<String, List<ZonePrice>> zones =
        MarketFigures.zonePrices(day, result).stream()
            .filter(price -> !buses.contains(price.zone()))
            .collect(Collectors.groupingBy(ZonePrice::zone, TreeMap::new, Collectors.toList()));
    zones.forEach(
        (zone, ofPeriod) ->
            point(
                prices,
                zone,
                series(ofPeriod, ZonePrice::energyYuanPerMwh),
                series(ofPeriod, ZonePrice::congestionYuanPerMwh),
                series(ofPeriod, ZonePrice::lossYuanPerMwh)));
    Files.write(folder.resolve("prices.csv"), prices.bytes());
    SeriesText awards = kept(folder.resolve("awards.csv"), "entity");
    int count = 0;
    for (int g = 0; g < day.thermalUnits().size(); g++) {
      count +=
          award(awards, day.thermalUnits().get(g).id(), result.schedule().outputMw()[g], known);
    }
    for (int i = 0; i < day.profiledUnits().size(); i++) {
      count +=
          award(awards, day.profiledUnits().get(i).id(), result.schedule().profiledMw()[i], known);
    }
    Files.write(folder.resolve("awards.csv"), awards.bytes());
    return count;
  }

  /** A file with the series of the other market, and whatever else is in it. */
  private SeriesText kept(Path file, String id) throws IOException {
    SeriesText text = new SeriesText(id, intervals);
    String own = realTime ? "rt" : "da";
    if (Files.exists(file)) {
      List<String> rows = Files.readAllLines(file);
      for (String row : rows.subList(Math.min(1, rows.size()), rows.size())) {
        String[] cells = row.split(",", 3);
        if (cells.length == 3 && !cells[1].startsWith(own)) {
          text.line(row);
        }
      }
    }
    return text;
  }

  private void point(
      SeriesText text, String id, double[] energy, double[] congestion, double[] loss) {
    String market = realTime ? "rt" : "da";
    text.row(id, market + "Energy", FixedPoint.PRICE_DECIMALS, t -> price(energy, t));
    text.row(id, market + "Congestion", FixedPoint.PRICE_DECIMALS, t -> price(congestion, t));
    text.row(id, market + "Loss", FixedPoint.PRICE_DECIMALS, t -> price(loss, t));
  }

  private long price(double[] ofPeriod, int interval) {
    return Math.round(mean(ofPeriod, interval) * 1e3);
  }

  /** Value of an interval: that of its period, or the mean of the periods in it (AMB-31). */
  private double mean(double[] ofPeriod, int interval) {
    int periods = ofPeriod.length;
    if (periods <= intervals) {
      return ofPeriod[interval * periods / intervals];
    }
    int each = periods / intervals;
    double sum = 0;
    for (int p = interval * each; p < (interval + 1) * each; p++) {
      sum += ofPeriod[p];
    }
    return sum / each;
  }

  private int award(SeriesText text, String id, double[] mw, Function<String, Boolean> known) {
    if (!known.apply(id)) {
      return 0;
    }
    double hours = 24.0 / intervals;
    text.row(
        id,
        realTime ? "rtMwh" : "daMwh",
        FixedPoint.MWH_DECIMALS,
        t -> Math.max(0, Math.round(mean(mw, t) * hours * 1e4)));
    return 1;
  }

  private static double[] series(List<ZonePrice> ofPeriod, ToDoubleFunction<ZonePrice> part) {
    return ofPeriod.stream().mapToDouble(part).toArray();
  }
}
