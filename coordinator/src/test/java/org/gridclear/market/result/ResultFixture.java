package org.gridclear.market.result;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.Owners;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.SmallDays;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A fortnight of days with everything that may be odd about them, and the service that answers. */
abstract class ResultFixture {
  static final LocalDate FROM = LocalDate.of(2026, 9, 25);
  static final LocalDate TO = LocalDate.of(2026, 10, 8);
  static final LocalDate EMPTY = LocalDate.of(2026, 9, 29);
  static final LocalDate HOURS = LocalDate.of(2026, 10, 3);
  static final LocalDate TWICE = LocalDate.of(2026, 10, 5);
  static final LocalDate SOLD = LocalDate.of(2026, 10, 2);
  static final DayQuery ALL = DayQuery.of(Market.DA, FROM, TO);

  @TempDir static Path folder;

  static MarketFolder market;
  static ResultService service;
  static final Map<LocalDate, DayResult> DAYS = new TreeMap<>();

  @BeforeAll
  static void fortnight() {
    market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts("north", "Asia/Shanghai", "yuan", MarketDatabase.EMBEDDED));
    DayStore store = DayStore.of(market);
    service = new ResultService(store);
    for (LocalDate date = FROM; !date.isAfter(TO); date = date.plusDays(1)) {
      if (date.equals(TWICE)) {
        store.append(new DayKey(Market.DA, date), day(date, 4, 300), SmallDays.MADE);
      }
      if (!date.equals(EMPTY)) {
        int periods = date.equals(HOURS) ? 24 : 4;
        DAYS.put(date, day(date, periods, 80 + 3 * date.getDayOfMonth()));
        store.append(new DayKey(Market.DA, date), DAYS.get(date), SmallDays.MADE);
      }
    }
  }

  @AfterAll
  static void close() {
    market.close();
  }

  static DayResult day(LocalDate date, int periods, double loadMw) {
    Owners owners =
        (kind, id) ->
            switch (id) {
              case "7" -> "north-power";
              case "07" -> date.isBefore(SOLD) ? "north-power" : "south-power";
              case "user" -> "works";
              default -> "";
            };
    MarketDay day = SmallDays.day(date, periods, 1440 / periods, loadMw);
    return SmallDays.cleared(day, Market.DA, owners);
  }

  static Object cell(Table table, int row, String column) {
    return table.rows().get(row)[table.indexOf(column)];
  }

  static List<Object> column(Table table, String column) {
    return table.rows().stream().map(row -> row[table.indexOf(column)]).distinct().toList();
  }

  static ResultAnswer rows(DayQuery query, ResultKind kind) {
    return service.rows(Viewer.LOCAL, query, kind, RowRange.ALL);
  }
}
