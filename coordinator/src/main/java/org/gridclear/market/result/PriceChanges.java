package org.gridclear.market.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * How the price of each zone went over a date (L-03): least, mean and greatest, the greatest change
 * from one period to the next and when it was, and the change of the mean against the run of the
 * same number on the date before.
 */
final class PriceChanges {
  private static final String PRICE = "priceYuanPerMwh";

  private final List<Object[]> rows = new ArrayList<>();
  private final Map<String, BigDecimal> means = new HashMap<>();

  private PriceChanges() {}

  static ResultAnswer of(DayStore store, Viewer viewer, DayQuery query) {
    Chosen chosen = BlockSource.choose(store, viewer, query, ResultKind.ZONE_PRICES);
    BlockSource source = new BlockSource(store, viewer, query, ResultKind.ZONE_PRICES);
    PriceChanges changes = new PriceChanges();
    source.each(chosen, Set.of(PRICE), changes::add);
    return source.answer(changes.table(query), changes.rows.size(), chosen, false);
  }

  private void add(DayVersion version, BlockSource.Part part) {
    ResultBlock block = part.block();
    int slots = block.layout().slots();
    int decimals = block.layout().columns().get(block.layout().column(PRICE)).decimals();
    for (int here = 0; here < block.elements().length; here++) {
      Way way = new Way(decimals);
      for (int slot = 0; slot < slots; slot++) {
        if (block.layout().period(slot) && part.has(here, slot)) {
          long value = block.column(PRICE)[here * slots + slot];
          way.goOn(value, part.clock().text(slot));
        }
      }
      rows.add(row(version, names(block, here), way));
    }
  }

  /** What a zone is by its texts, such as its zoning and its name. */
  private static Map<String, String> names(ResultBlock block, int here) {
    Map<String, String> names = new LinkedHashMap<>();
    block.layout().keys().forEach(key -> names.put(key, block.text(here, key)));
    return names;
  }

  private Object[] row(DayVersion version, Map<String, String> names, Way way) {
    DayKey key = version.key();
    BigDecimal mean = way.mean();
    BigDecimal before = means.get(key.date().minusDays(1) + " " + key.cycle() + " " + names);
    if (mean != null) {
      means.put(key.date() + " " + key.cycle() + " " + names, mean);
    }
    return new Object[] {
      key.date(),
      (long) key.cycle(),
      (long) version.version(),
      Objects.requireNonNull(names.get("zone")),
      names.getOrDefault("zoneKind", ""),
      way.number(way.least),
      mean == null ? null : (Object) mean.doubleValue(),
      way.number(way.greatest),
      way.number(way.change),
      way.changeAt,
      mean == null || before == null ? null : (Object) mean.subtract(before).doubleValue()
    };
  }

  /** The way of one price over the periods of a run, in the last decimal of its column. */
  private static final class Way {
    private final int decimals;
    private @Nullable Long least;
    private @Nullable Long greatest;
    private @Nullable Long change;
    private String changeAt = "";
    private long last = ResultBlock.MISSING;
    private BigDecimal sum = BigDecimal.ZERO;
    private int count;

    Way(int decimals) {
      this.decimals = decimals;
    }

    void goOn(long price, String time) {
      if (price != ResultBlock.MISSING) {
        least = least == null ? price : Math.min(least, price);
        greatest = greatest == null ? price : Math.max(greatest, price);
        sum = sum.add(BigDecimal.valueOf(price, decimals));
        count++;
        long step = last == ResultBlock.MISSING ? 0 : price - last;
        if (last != ResultBlock.MISSING && (change == null || Math.abs(step) > Math.abs(change))) {
          change = step;
          changeAt = time;
        }
      }
      last = price;
    }

    @Nullable BigDecimal mean() {
      return count == 0
          ? null
          : sum.divide(BigDecimal.valueOf(count), decimals, RoundingMode.HALF_EVEN);
    }

    @Nullable Double number(@Nullable Long value) {
      return value == null ? null : (Double) Cells.number(value, decimals);
    }
  }

  private Table table(DayQuery query) {
    String text =
        "How prices of %s went from %s to %s."
            .formatted(DayKey.word(query.market()), query.from(), query.to());
    return new Table(
        "price-changes",
        text,
        List.of(
            new Column("date", Column.Type.DATE, "Trading date."),
            Column.whole("cycle", "Number of the run of the day."),
            Column.whole("version", "Number of the version."),
            Column.text("zone", "The zone."),
            Column.text("zoneKind", "Kind of the zone."),
            Column.number("leastYuanPerMwh", "Least price."),
            Column.number("meanYuanPerMwh", "Mean over the periods."),
            Column.number("greatestYuanPerMwh", "Greatest price."),
            Column.number("changeYuanPerMwh", "Greatest change to the next period, with its sign."),
            Column.text("changeAt", "When the period begins that it leads to."),
            Column.number("sinceYuanPerMwh", "Change of the mean against the date before.")),
        rows);
  }
}
