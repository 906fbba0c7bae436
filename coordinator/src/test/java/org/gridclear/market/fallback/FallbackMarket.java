package org.gridclear.market.fallback;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.fallback.FallbackRule.Choice;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A market with results of before, one of which stands for a clearing. */
abstract class FallbackMarket {
  static final LocalDate DATE = LocalDate.of(2026, 10, 2);
  static final Made.Source SOURCE =
      new Made.Source(
          "build", "op", Clock.fixed(Instant.parse("2026-10-01T10:00:00Z"), ZoneOffset.UTC));
  static final SimilarDay NONE =
      date -> {
        throw new IllegalArgumentException("The forecast of %s is not known.".formatted(date));
      };

  @TempDir private Path folder;
  MarketFolder market;

  DayStore days(String zone) {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", zone, "yuan", MarketDatabase.EMBEDDED));
    return DayStore.of(market);
  }

  DayStore days() {
    return days("Asia/Shanghai");
  }

  @AfterEach
  void close() {
    market.close();
  }

  static DayVersion kept(DayStore days, DayKey key, MarketDay day) {
    return days.append(key, SmallDays.cleared(day, key.market(), Owners.NONE), SmallDays.MADE);
  }

  static DayVersion dayAhead(DayStore days, LocalDate date, double loadMw) {
    return kept(days, new DayKey(Market.DA, date), SmallDays.day(date, 4, 360, loadMw));
  }

  Fallback make(DayStore days, DayKey key, MarketDay today, SimilarDay like, Choice choice) {
    ClearingCase clearingCase = ClearingCase.of(today).in(key.market());
    FallbackRequest request =
        new FallbackRequest(
            key, clearingCase, ClearingOptions.LOSSLESS.in(key.market()), Owners.NONE, choice);
    return new DayFallback(market, days, like, SOURCE).make(request);
  }

  Fallback make(DayStore days, DayKey key, MarketDay today) {
    return make(days, key, today, NONE, Choice.BY_RULE);
  }

  static double[] mw(DayStore days, DayVersion version, String unit) {
    ResultBlock block =
        days.block(version, ResultKind.UNITS, Selection.of("mw").where("unit", Set.of(unit)))
            .orElseThrow();
    long[] values = block.column("mw");
    double[] mw = new double[values.length];
    for (int t = 0; t < mw.length; t++) {
      mw[t] = values[t] / 1e6;
    }
    return mw;
  }

  static double lmp(DayStore days, DayVersion version, String bus, int period) {
    return days.block(
                version, ResultKind.PRICES, Selection.of("lmpYuanPerMwh").where("bus", Set.of(bus)))
            .orElseThrow()
            .column("lmpYuanPerMwh")[period]
        / 1e6;
  }
}
