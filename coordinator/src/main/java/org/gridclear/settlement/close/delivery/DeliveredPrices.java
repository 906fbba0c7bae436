package org.gridclear.settlement.close.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementMonth;
import org.jspecify.annotations.Nullable;

/** Prices of a day beside those that were delivered: of points by their parts, of the market. */
final class DeliveredPrices {
  private static final List<SettlementColumn> MARKET =
      List.of(
          SettlementColumn.REGULATION_PRICE,
          SettlementColumn.MILEAGE_PRICE,
          SettlementColumn.SPINNING_PRICE,
          SettlementColumn.NON_SPINNING_PRICE);

  private final SettlementMonth month;
  private final LocalDate date;
  private final PriceDay prices;
  private final Map<String, long[]> given;
  private final List<String> differences = new ArrayList<>();

  private DeliveredPrices(
      SettlementMonth month, LocalDate date, PriceDay prices, Map<String, long[]> given) {
    this.month = month;
    this.date = date;
    this.prices = prices;
    this.given = given;
  }

  /** What differs, a line each. */
  static List<String> differences(
      SettlementMonth month, LocalDate date, PriceDay prices, byte[] content) {
    DeliveredPrices audit =
        new DeliveredPrices(
            month, date, prices, DeliveredSeries.of(content, prices.intervals(), 3));
    for (int p = 0; p < month.points().size(); p++) {
      audit.point(p, "da", SettlementColumn.DA_PRICE, "Energy", "Congestion", "Loss");
      audit.point(p, "da", SettlementColumn.DA_CONGESTION, "Congestion");
      audit.point(p, "da", SettlementColumn.DA_LOSS, "Loss");
      audit.point(p, "rt", SettlementColumn.RT_PRICE, "Energy", "Congestion", "Loss");
      audit.point(p, "rt", SettlementColumn.RT_CONGESTION, "Congestion");
      audit.point(p, "rt", SettlementColumn.RT_LOSS, "Loss");
    }
    MARKET.forEach(audit::market);
    return audit.differences;
  }

  private void point(int point, String market, SettlementColumn column, String... parts) {
    String id = month.points().get(point);
    int n = prices.intervals();
    long[] due = new long[n];
    for (String part : parts) {
      long[] of = given.get(id + "," + market + part);
      for (int t = 0; of != null && t < n; t++) {
        due[t] += of[t];
      }
    }
    if (!Arrays.equals(settled(prices.points()[column.index()], point * n), due)) {
      differences.add(
          "%s, price point %s: its %s prices differ from prices.csv (%s)"
              .formatted(date, id, market, column.label()));
    }
  }

  private void market(SettlementColumn column) {
    long[] due =
        given.entrySet().stream()
            .filter(series -> series.getKey().endsWith("," + column.label()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(new long[prices.intervals()]);
    if (!Arrays.equals(settled(prices.market()[column.index()], 0), due)) {
      differences.add(
          "%s: the price %s of the market differs from prices.csv".formatted(date, column.label()));
    }
  }

  private long[] settled(int @Nullable [] values, int from) {
    long[] settled = new long[prices.intervals()];
    for (int t = 0; values != null && t < settled.length; t++) {
      settled[t] = values[from + t];
    }
    return settled;
  }
}
