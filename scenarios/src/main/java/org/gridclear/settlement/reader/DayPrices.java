package org.gridclear.settlement.reader;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Prices of a day: of points by their components, of the market, and what follows from the date.
 */
final class DayPrices {
  private static final Set<String> PRICES =
      Set.of("daEnergy", "daCongestion", "daLoss", "rtEnergy", "rtCongestion", "rtLoss");

  private final SettlementSource source;
  private final LocalDate day;
  private final int intervals;
  private final Set<String> priced;
  private final int[][] given;
  private final int[][] market;

  /**
   * Prices of a day that are not read yet.
   *
   * @param priced takes what is priced: series of the market, and point with series
   */
  DayPrices(SettlementSource source, LocalDate day, Set<String> priced) {
    this.source = source;
    this.day = day;
    this.intervals = source.month().intervals();
    this.priced = priced;
    int points = source.month().points().size();
    this.given = new int[SettlementColumn.of(Kind.POINT).size()][points * intervals];
    this.market = new int[SettlementColumn.of(Kind.MARKET).size()][intervals];
  }

  /** All prices once the file was read; a sum of components that is too large goes to the log. */
  PriceDay of(int number, IssueLog log) {
    bounded(log);
    calendar();
    return new PriceDay(number, intervals, given, market);
  }

  /** Takes the rows of the file of prices. */
  SeriesFile.Target target(IssueLog log) {
    return new SeriesFile.Target() {
      @Override
      public Optional<SeriesFile.Kind> kind(String series) {
        return PRICES.contains(series)
                || SettlementColumn.of(Kind.MARKET, series).filter(c -> !calendar(c)).isPresent()
            ? Optional.of(new SeriesFile.Kind(Measure.PRICE, true))
            : Optional.empty();
      }

      @Override
      public void accept(String id, String series, int[] price, int line) {
        Optional<SettlementColumn> wide = SettlementColumn.of(Kind.MARKET, series);
        if (wide.isPresent()) {
          if (!priced.add(series)) {
            log.add(
                Rule.INTERVAL_ONCE,
                SeriesPath.place(log.file(), line),
                series,
                id,
                "The price of the market is given under two ids; remove one of the rows.");
          }
          market[wide.get().index()] = price;
          return;
        }
        Integer point = source.pointOrNull(id);
        if (point != null) {
          priced.add(id + "," + series);
          component(series, point, price);
        }
      }
    };
  }

  /** Whether a column follows from the date and is not delivered. */
  private static boolean calendar(SettlementColumn column) {
    return column == SettlementColumn.MINUTE_OF_DAY
        || column == SettlementColumn.DAY_TYPE
        || column == SettlementColumn.MONTH_OF_YEAR;
  }

  private void calendar() {
    Arrays.setAll(market[SettlementColumn.MINUTE_OF_DAY.index()], t -> t * (24 * 60 / intervals));
    Arrays.fill(market[SettlementColumn.DAY_TYPE.index()], (int) source.dayType(day));
    Arrays.fill(market[SettlementColumn.MONTH_OF_YEAR.index()], day.getMonthValue());
  }

  private void component(String series, int point, int[] price) {
    boolean da = series.startsWith("da");
    SettlementColumn total = da ? SettlementColumn.DA_PRICE : SettlementColumn.RT_PRICE;
    int part = series.endsWith("Congestion") ? 1 : series.endsWith("Loss") ? 2 : 0;
    for (int t = 0; t < intervals; t++) {
      given[total.index()][point * intervals + t] += price[t];
      if (part > 0) {
        given[total.index() + part][point * intervals + t] = price[t];
      }
    }
  }

  private void bounded(IssueLog log) {
    for (int[] column : given) {
      if (Arrays.stream(column).anyMatch(price -> Math.abs(price) > Measure.PRICE.bound())) {
        log.add(Rule.VALUE_IN_BOUNDS, day.toString(), "sum", "too large", "Check the components.");
      }
    }
  }
}
