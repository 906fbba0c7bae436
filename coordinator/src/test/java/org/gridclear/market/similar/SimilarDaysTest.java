package org.gridclear.market.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.intake.SeriesImport;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.series.DecimalColumn;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.series.Step;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.ticket.TicketText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days like a date, beside distances by hand. */
// Rows: A-05
class SimilarDaysTest {
  private static final String KINDS = "org.gridclear.market.store.MarketDatabases#kinds";
  private static final MarketClock CLOCK = MarketClock.of("Asia/Shanghai");

  /** A Wednesday. */
  private static final LocalDate DATE = LocalDate.of(2026, 9, 30);

  private static final Recording NOON =
      new Recording("anna", Instant.parse("2026-09-29T04:00:00Z"));

  @TempDir Path folder;

  private static SeriesSet set(
      SeriesKind kind, LocalDate day, Instant knownAt, IntToDoubleFunction mw) {
    List<Optional<BigDecimal>> values = new ArrayList<>();
    for (int h = 0; h < 24; h++) {
      values.add(Optional.of(BigDecimal.valueOf(mw.applyAsDouble(h))));
    }
    TreeMap<String, DecimalColumn> columns = new TreeMap<>();
    columns.put("system", DecimalColumn.of(values));
    return new SeriesSet(
        kind, "EMS", knownAt, "Asia/Shanghai", Step.minutes(60), CLOCK.startOf(day), columns);
  }

  private static void take(PieceStore store, SeriesSet set) {
    assertTrue(!new SeriesImport(store, CLOCK).take(set, false, NOON).refused());
  }

  private static void fill(PieceStore store) {
    new CheckSets(store).set(new CheckSet(List.of(), Set.of()), NOON);
    take(
        store,
        set(SeriesKind.LOAD_FORECAST_SHORT, DATE, NOON.now().minusSeconds(60), h -> 100 + h % 2));
    for (int back = 2; back <= 10; back++) {
      LocalDate day = DATE.minusDays(back);
      double off = back;
      take(
          store,
          set(
              SeriesKind.LOAD_ACTUAL,
              day,
              CLOCK.endOf(day),
              h -> 100 + h % 2 + (h % 2 == 0 ? off : -off)));
    }
  }

  private void with(String kind, java.util.function.Consumer<PieceStore> use) {
    try (MarketDatabase database = MarketDatabases.open(kind, folder)) {
      PieceStore store = new PieceStore(database, new ContentStore(folder.resolve("content")));
      fill(store);
      use.accept(store);
    }
  }

  private static SimilarDays.Result find(PieceStore store, double weight) {
    return new SimilarDays(store, CLOCK)
        .find(
            new SimilarDays.Request(DATE, SeriesKind.LOAD_FORECAST_SHORT, NOON.now(), 10, weight));
  }

  private static List<Integer> back(SimilarDays.Result result) {
    return result.days().stream()
        .map(day -> (int) java.time.temporal.ChronoUnit.DAYS.between(day.date(), DATE))
        .toList();
  }

  @ParameterizedTest
  @MethodSource(KINDS)
  void theNearestLoadCurveOfTheSameTypeIsFirst(String kind) {
    with(
        kind,
        store -> {
          SimilarDays.Result found = find(store, 0.1);
          // 3 and 4 days back are a Sunday and a Saturday, 10 a Sunday; 1 has no load yet.
          assertEquals(List.of(2, 5, 6, 7, 8, 9), back(found));
          assertEquals(3, found.otherType());
          assertEquals(1, found.withoutLoad());
          // Every hour is off by 5 MW of 100.5 MW on the mean.
          assertEquals(5 / 100.5, found.days().get(1).loadDistance(), 1e-12);
          assertEquals(0, found.days().get(1).outageDistance());
        });
  }

  @Test
  void outagesCountByTheElementsThatAreOutOnOneDayOnly() {
    with(
        "embedded",
        store -> {
          network(store);
          ticket(store, "T1", "\"branch:ab\", \"unit:g1\"", DATE.minusDays(2), DATE.minusDays(1));
          ticket(store, "T2", "\"branch:ab\"", DATE, DATE.plusDays(1));
          SimilarDays.Result found = find(store, 1);
          // Two days back: g1 alone differs, of two elements that are out on either day.
          SimilarDays.Similar two =
              found.days().stream()
                  .filter(day -> day.date().equals(DATE.minusDays(2)))
                  .findFirst()
                  .orElseThrow();
          assertEquals(0.5, two.outageDistance());
          assertEquals(2 / 100.5 + 0.5, two.distance(), 1e-12);
          assertEquals(1, found.days().get(5).outageDistance());
        });
  }

  @Test
  void aHolidayIsLikeHolidaysAlone() {
    with(
        "embedded",
        store -> {
          types(store, DATE, 2);
          assertTrue(
              assertThrows(IllegalArgumentException.class, () -> find(store, 0.1))
                  .getMessage()
                  .contains("10 are of another type"));
          types(store, DATE.minusDays(4), 2);
          assertEquals(List.of(4), back(find(store, 0.1)));
        });
  }

  private static void types(PieceStore store, LocalDate day, int type) {
    TreeMap<String, DecimalColumn> columns = new TreeMap<>();
    columns.put("system", DecimalColumn.of(String.valueOf(type)));
    take(
        store,
        new SeriesSet(
            SeriesKind.DAY_TYPE,
            "OMS",
            CLOCK.startOf(LocalDate.of(2026, 1, 1)),
            "Asia/Shanghai",
            Step.parse("P1D"),
            CLOCK.startOf(day),
            columns));
  }

  private static void network(PieceStore store) {
    CaseFiles.Content content =
        CaseFiles.load(
                """
                {"format": "gridclear-case", "horizon": {"periodCount": 24},
                 "network": {"buses": [{"id": "a", "type": "reference"}, {"id": "b"}],
                   "branches": [{"id": "ab", "from": "a", "to": "b", "xPu": 0.1}]},
                 "busLoads": [{"bus": "a", "mw": 50}],
                 "thermalUnits": [{"id": "g1", "bus": "a",
                   "offers": [{"mw": [10, 1000], "yuanPerH": [1000, 300000]}]}]}
                """
                    .getBytes(StandardCharsets.UTF_8),
                "day.json",
                Set.of())
            .content();
    new NetworkVersions(store, CLOCK)
        .keep(
            ((CaseFiles.Content.WholeDay) content).day(),
            LocalDate.of(2026, 1, 1),
            "EMS",
            NOON.now(),
            NOON);
  }

  private static void ticket(
      PieceStore store, String id, String elements, LocalDate from, LocalDate to) {
    new TicketBook(store, CLOCK)
        .record(
            TicketText.read(
                    """
                    {"format": "gridclear-tickets", "tickets": [{"id": "%s", "elements": [%s],
                     "from": "%sT00:00+08:00", "to": "%sT00:00+08:00", "state": "approved",
                     "source": "OMS", "knownAt": "2026-09-20T10:00+08:00"}]}
                    """
                        .formatted(id, elements, from, to)
                        .getBytes(StandardCharsets.UTF_8),
                    "ticket")
                .get(0),
            NOON);
  }
}
