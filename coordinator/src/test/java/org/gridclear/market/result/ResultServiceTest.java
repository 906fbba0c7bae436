package org.gridclear.market.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
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
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions to a fortnight over the end of a month: one day is of hours and not of six hours, one
 * has no version, one has two, and a unit changes its owner in the middle.
 */
// Rows: A-29, D-14, D-15, J-11, K-18, L-02, L-18, M-16, O-26
class ResultServiceTest {
  private static final LocalDate FROM = LocalDate.of(2026, 9, 25);
  private static final LocalDate TO = LocalDate.of(2026, 10, 8);
  private static final LocalDate EMPTY = LocalDate.of(2026, 9, 29);
  private static final LocalDate HOURS = LocalDate.of(2026, 10, 3);
  private static final LocalDate TWICE = LocalDate.of(2026, 10, 5);
  private static final LocalDate SOLD = LocalDate.of(2026, 10, 2);
  private static final DayQuery ALL = DayQuery.of(Market.DA, FROM, TO);

  @TempDir private static Path folder;

  private static MarketFolder market;
  private static ResultService service;
  private static final Map<LocalDate, DayResult> DAYS = new TreeMap<>();

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

  private static DayResult day(LocalDate date, int periods, double loadMw) {
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

  private static Object cell(Table table, int row, String column) {
    return table.rows().get(row)[table.indexOf(column)];
  }

  private static List<Object> column(Table table, String column) {
    return table.rows().stream().map(row -> row[table.indexOf(column)]).distinct().toList();
  }

  private static ResultAnswer rows(DayQuery query, ResultKind kind) {
    return service.rows(Viewer.LOCAL, query, kind, ResultPages.ALL);
  }

  @Test
  void pricesOfABusAreThoseOfTheClearedCases() {
    ResultAnswer answer = rows(ALL.with(DayQuery.Filter.ofBus("10")), ResultKind.PRICES);
    List<Double> expected = new ArrayList<>();
    DAYS.values()
        .forEach(
            day ->
                IntStream.range(0, day.clearingCase().day().periodCount())
                    .forEach(t -> expected.add(day.result().prices().lmpYuanPerMwh()[1][t])));
    assertEquals(12 * 4 + 24, answer.total());
    for (int r = 0; r < expected.size(); r++) {
      assertEquals(expected.get(r), (double) cell(answer.table(), r, "lmpYuanPerMwh"), 1e-6);
      assertEquals("10", cell(answer.table(), r, "bus"));
    }
    assertEquals("2026-09-25T06:00+08:00", cell(answer.table(), 1, "time"));
  }

  @Test
  void aDateWithoutAVersionIsNamed() {
    ResultAnswer answer = rows(ALL, ResultKind.BALANCE);
    assertEquals(List.of(EMPTY), answer.missing());
    assertTrue(answer.lines().contains("NOT IN THE ROWS: 2026-09-29"), "" + answer.lines());
    NoResultsException none =
        assertThrows(
            NoResultsException.class,
            () -> rows(DayQuery.of(Market.DA, EMPTY, EMPTY), ResultKind.BALANCE));
    assertTrue(none.getMessage().contains("2026-09-29"), none.getMessage());
    assertThrows(
        NoResultsException.class, () -> rows(DayQuery.of(Market.RT, FROM, TO), ResultKind.PRICES));
  }

  @Test
  void aKindThatAVersionDoesNotHaveIsMissingAndNotEmpty() {
    ResultAnswer answer = rows(ALL, ResultKind.SECURITY);
    assertEquals(14, answer.missing().size());
    assertTrue(answer.notices().get(0).contains("have no security"), "" + answer.notices());
  }

  @Test
  void theNewestVersionCountsAndAnAlarmIsOnTop() {
    DayQuery day = DayQuery.of(Market.DA, TWICE, TWICE);
    assertEquals(List.of(2L), column(rows(day, ResultKind.UNITS).table(), "version"));
    assertEquals(List.of(), rows(day, ResultKind.UNITS).alarms());
    ResultAnswer first = rows(day.version(1), ResultKind.UNITS);
    assertEquals(List.of(1L), column(first.table(), "version"));
    assertTrue(first.lines().get(0).contains("LOAD NOT SERVED"), "" + first.lines());
    assertEquals(2, service.versions(Viewer.LOCAL, Market.DA, TWICE, TWICE).total());
  }

  @Test
  void statisticsByZoneAndMonthAreThoseOfBruteForce() {
    ResultAnswer answer =
        service.statistics(
            Viewer.LOCAL, ALL, ResultKind.PRICES, StatisticsQuery.figures("zone", "month"));
    Table table = answer.table();
    assertEquals(4, table.rows().size());
    for (int r = 0; r < 4; r++) {
      Figures figures = new Figures();
      String zone = (String) cell(table, r, "zone");
      String month = (String) cell(table, r, "month");
      DAYS.forEach((date, day) -> figures.add(day, zone, date.toString().startsWith(month)));
      assertEquals(figures.hours, (double) cell(table, r, "hours"), 1e-9);
      assertEquals(figures.min, (double) cell(table, r, "minYuanPerMwh"), 1e-6);
      assertEquals(figures.max, (double) cell(table, r, "maxYuanPerMwh"), 1e-6);
      assertEquals(figures.sum / figures.hours, (double) cell(table, r, "meanYuanPerMwh"), 2e-6);
      assertEquals(
          figures.weighted / figures.weight,
          (double) cell(table, r, "weightedMeanYuanPerMwh"),
          2e-6);
    }
  }

  /** Figures of the prices of a zone, from the results and the case themselves. */
  private static final class Figures {
    private double hours;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double sum;
    private double weighted;
    private double weight;

    void add(DayResult day, String zone, boolean inMonth) {
      MarketDay base = day.clearingCase().day();
      double length = base.horizon().hoursPerPeriod();
      for (int b = 0; b < 3 && inMonth; b++) {
        if (!base.network().buses().get(b).zone().equals(zone)) {
          continue;
        }
        for (int t = 0; t < base.periodCount(); t++) {
          double price = day.result().prices().lmpYuanPerMwh()[b][t];
          double mw = load(day, base.network().buses().get(b).id(), b, t);
          hours += length;
          min = Math.min(min, price);
          max = Math.max(max, price);
          sum += price * length;
          weighted += price * mw * length;
          weight += mw * length;
        }
      }
    }

    private static double load(DayResult day, String bus, int b, int t) {
      MarketDay base = day.clearingCase().day();
      double fixed =
          base.busLoads().stream()
              .filter(load -> load.bus().equals(bus))
              .mapToDouble(load -> load.mw().at(t))
              .sum();
      double user = bus.equals("1") ? day.result().schedule().flexibleMw()[0][t] : 0;
      return fixed + user - day.result().schedule().shedMw()[b][t];
    }
  }

  @Test
  void periodsOfSixHoursAndOfOneHourCountAsLongAsTheyAre() {
    ResultAnswer answer =
        service.statistics(Viewer.LOCAL, ALL, ResultKind.BALANCE, StatisticsQuery.figures());
    assertEquals(13 * 24.0, cell(answer.table(), 0, "hours"));
    double mwh = 0;
    for (DayResult day : DAYS.values()) {
      MarketDay base = day.clearingCase().day();
      mwh += base.loadMw(0) * 24;
    }
    assertEquals(mwh, (double) cell(answer.table(), 0, "energyMwh"), 1e-3);
    assertEquals(mwh / (13 * 24), (double) cell(answer.table(), 0, "meanMw"), 1e-5);
  }

  @Test
  void aUnitBelongsToWhoeverOwnedItOnTheDay() {
    ResultAnswer answer =
        service.statistics(
            Viewer.LOCAL, ALL, ResultKind.UNITS, StatisticsQuery.figures("unit", "owner"));
    Table table = answer.table();
    assertEquals(
        List.of("07 north-power", "07 south-power", "7 north-power", "w "),
        table.rows().stream().map(row -> row[0] + " " + row[1]).sorted().toList());
    double ofBoth = 0;
    for (Object[] row : table.rows()) {
      if (row[0].equals("07")) {
        ofBoth += (double) row[table.indexOf("energyMwh")];
      }
    }
    double all =
        DAYS.values().stream()
            .mapToDouble(
                day ->
                    IntStream.range(0, day.clearingCase().day().periodCount())
                            .mapToDouble(t -> day.result().schedule().outputMw()[1][t])
                            .sum()
                        * day.clearingCase().day().horizon().hoursPerPeriod())
            .sum();
    assertEquals(all, ofBoth, 1e-3);
    assertTrue(answer.notices().get(0).contains("no registered owner"), "" + answer.notices());
  }

  @Test
  void idsThatLookLikeNumbersAreIds() {
    DayQuery day = DayQuery.of(Market.DA, FROM, FROM);
    assertEquals(List.of("7", "07", "w"), column(rows(day, ResultKind.UNITS).table(), "unit"));
    ResultAnswer statistics =
        service.statistics(Viewer.LOCAL, day, ResultKind.PRICES, StatisticsQuery.figures("bus"));
    assertEquals(List.of("1", "2", "10"), column(statistics.table(), "bus"));
    UnknownNameException none =
        assertThrows(
            UnknownNameException.class,
            () -> rows(day.with(DayQuery.Filter.ofBus("02")), ResultKind.PRICES));
    assertTrue(none.getMessage().contains("'02'"), none.getMessage());
  }

  @Test
  void usersClearedEnergyIsWhatTheyWereServed() {
    ResultAnswer answer =
        service.statistics(
            Viewer.LOCAL, ALL, ResultKind.LOADS, StatisticsQuery.figures("kind", "owner", "load"));
    int user = column(answer.table(), "kind").indexOf("FLEXIBLE");
    double mwh = 0;
    for (Object[] row : answer.table().rows()) {
      if (row[0].equals("FLEXIBLE")) {
        assertEquals("works", row[1]);
        mwh = (double) row[answer.table().indexOf("energyMwh")];
      }
    }
    double served = 0;
    for (DayResult day : DAYS.values()) {
      MarketDay base = day.clearingCase().day();
      for (int t = 0; t < base.periodCount(); t++) {
        served += day.result().schedule().flexibleMw()[0][t] * base.horizon().hoursPerPeriod();
      }
    }
    assertTrue(user >= 0);
    assertEquals(served, mwh, 1e-3);
  }

  @Test
  void theDurationCurveFallsFromGreatestToLeast() {
    StatisticsQuery asked = new StatisticsQuery("", List.of("bus"), true);
    Table table =
        service
            .statistics(
                Viewer.LOCAL, ALL.with(DayQuery.Filter.ofBus("10")), ResultKind.PRICES, asked)
            .table();
    double[] values = table.rows().stream().mapToDouble(row -> (double) row[2]).toArray();
    double[] all =
        DAYS.values().stream()
            .flatMapToDouble(day -> Arrays.stream(day.result().prices().lmpYuanPerMwh()[1]))
            .sorted()
            .toArray();
    assertEquals(all[all.length - 1], values[0], 1e-6);
    assertEquals(all[0], values[values.length - 1], 1e-6);
    double[] falling = values.clone();
    Arrays.sort(falling);
    for (int i = 0; i < values.length; i++) {
      assertEquals(falling[values.length - 1 - i], values[i]);
    }
  }

  @Test
  void aTimeOfDayIsThePeriodThatContainsItWhateverItsLength() {
    ResultAnswer answer =
        rows(ALL.with(DayQuery.Filter.ofBus("2").period("13:30")), ResultKind.PRICES);
    assertEquals(13, answer.total());
    assertEquals(List.of(3L, 14L), column(answer.table(), "period"));
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> rows(ALL.with(DayQuery.Filter.ofBus("2").period("3")), ResultKind.PRICES))
            .getMessage();
    assertTrue(said.contains("2026-10-03") && said.contains("give a time"), said);
    assertEquals(
        12 + 6,
        rows(ALL.with(DayQuery.Filter.ofBus("2").period("06:00..12:00")), ResultKind.PRICES)
            .total());
  }

  @Test
  void partsOfTheRowsMakeTheWhole() {
    ResultAnswer whole = rows(ALL, ResultKind.UNITS);
    List<Object[]> parts = new ArrayList<>();
    for (long offset = 0; offset < whole.total(); offset += 50) {
      ResultAnswer part =
          service.rows(Viewer.LOCAL, ALL, ResultKind.UNITS, new ResultPages(offset, 50));
      assertEquals(whole.total(), part.total());
      parts.addAll(part.table().rows());
    }
    assertEquals(whole.total(), parts.size());
    for (int r = 0; r < parts.size(); r++) {
      assertArrayEquals(whole.table().rows().get(r), parts.get(r));
    }
  }

  @Test
  void thePriceOfABusStandsBesideItsUnitsLoadsAndStorage() {
    DayQuery one = DayQuery.of(Market.DA, FROM, FROM).with(DayQuery.Filter.ofBus("1"));
    Table table = service.atBus(Viewer.LOCAL, one, ResultPages.ALL).table();
    assertEquals(List.of("PRICE", "UNITS", "LOADS"), column(table, "kind"));
    assertEquals(List.of("", "07", "w", "user"), column(table, "element"));
    DayResult day = DAYS.get(FROM);
    Object[] gas = table.rows().get(1);
    assertEquals(day.result().schedule().outputMw()[1][0], (double) gas[table.indexOf("mw")], 1e-6);
    assertEquals(
        day.result().prices().lmpYuanPerMwh()[2][0],
        (double) gas[table.indexOf("lmpYuanPerMwh")],
        1e-6);
    Table south =
        service.atBus(Viewer.LOCAL, one.with(DayQuery.Filter.ofBus("10")), ResultPages.ALL).table();
    assertEquals(List.of("PRICE", "LOADS", "STORAGE"), column(south, "kind"));
  }

  @Test
  void twoVersionsStandSideBySide() {
    DayQuery day = DayQuery.of(Market.DA, TWICE, TWICE);
    Table table =
        service.compare(Viewer.LOCAL, day.version(1), day.version(2), ResultKind.UNITS).table();
    Table first = rows(day.version(1), ResultKind.UNITS).table();
    Table second = rows(day.version(2), ResultKind.UNITS).table();
    assertEquals(12, table.rows().size());
    for (int r = 0; r < 12; r++) {
      assertEquals(cell(first, r, "mw"), cell(table, r, "firstMw"));
      assertEquals(cell(second, r, "mw"), cell(table, r, "secondMw"));
      assertEquals(
          (double) cell(second, r, "mw") - (double) cell(first, r, "mw"),
          (double) cell(table, r, "differenceMw"),
          1e-6);
    }
    DayQuery hours = DayQuery.of(Market.DA, HOURS, HOURS);
    assertThrows(
        IllegalArgumentException.class,
        () -> service.compare(Viewer.LOCAL, day, hours, ResultKind.UNITS));
  }

  @Test
  void runsThatCoverTheSameTimeAreNotCountedTwice() {
    DayStore store = service.store();
    MarketDay base = SmallDays.day(FROM, 4, 60, 90);
    DayResult week = SmallDays.cleared(base, Market.LT_RUC, Owners.NONE);
    store.append(new DayKey(Market.LT_RUC, FROM), week, SmallDays.MADE);
    MarketDay two = SmallDays.day(FROM.minusDays(1), 48, 60, 90);
    store.append(
        new DayKey(Market.LT_RUC, FROM.minusDays(1)),
        SmallDays.cleared(two, Market.LT_RUC, Owners.NONE),
        SmallDays.MADE);
    DayQuery both = DayQuery.of(Market.LT_RUC, FROM.minusDays(1), FROM);
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    service.statistics(
                        Viewer.LOCAL, both, ResultKind.PRICES, StatisticsQuery.figures("bus")))
            .getMessage();
    assertTrue(said.contains("cover the same time"), said);
    assertEquals(3 * 52, rows(both, ResultKind.PRICES).total());
  }

  @Test
  void aMemberSeesPricesAndWhatIsItsOwnOnTheDay() {
    Viewer south =
        new Viewer(
            Scope.ofMembers(Set.of("south-power")), EnumSet.of(Right.READ_MARKET, Right.READ_OWN));
    assertEquals(
        rows(ALL, ResultKind.PRICES).total(),
        service.rows(south, ALL, ResultKind.PRICES, ResultPages.ALL).total());
    Table own = service.rows(south, ALL, ResultKind.UNITS, ResultPages.ALL).table();
    assertEquals(List.of("07"), column(own, "unit"));
    assertEquals(SOLD, cell(own, 0, "date"));
    String foreign = refused(south, "w");
    assertEquals(refused(south, "x").replace("'x'", "'w'"), foreign);
    assertTrue(foreign.contains("07") && !foreign.contains("'7'"), foreign);
    assertThrows(
        NoResultsException.class,
        () -> service.rows(south, ALL, ResultKind.FLOWS, ResultPages.ALL));
    Table beside =
        service.atBus(south, ALL.with(DayQuery.Filter.ofBus("1")), ResultPages.ALL).table();
    assertEquals(List.of("", "07"), column(beside, "element"));
    Table offers = service.rows(south, ALL, ResultKind.OFFERS, ResultPages.ALL).table();
    assertEquals(List.of("south-power"), column(offers, "owner"));
    Viewer intraday =
        new Viewer(
            new Scope(Scope.Part.ALL, Scope.Part.ALL, Scope.Part.of(List.of("id"))),
            south.rights());
    assertThrows(
        NoResultsException.class,
        () -> service.rows(intraday, ALL, ResultKind.PRICES, ResultPages.ALL));
  }

  private static String refused(Viewer viewer, String unit) {
    DayQuery.Filter filter =
        new DayQuery.Filter(
            List.of(), List.of(), List.of(unit), List.of(), List.of(), List.of(), "");
    return assertThrows(
            UnknownNameException.class,
            () -> service.rows(viewer, ALL.with(filter), ResultKind.UNITS, ResultPages.ALL))
        .getMessage();
  }
}
