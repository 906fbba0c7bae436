package org.gridclear.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prometheus.client.Collector;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.rule.AnomalySeverity;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.MarketDatabases;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.index.IndexAlarmRow;
import org.gridclear.market.store.index.IndexAlarmStore;
import org.gridclear.market.store.index.IndexRow;
import org.gridclear.web.market.ServedMarket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A count that becomes 0 is told as 0: an alert on a series that goes away never ends. */
// Rows: K-17
class OpenCountsTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-10-03T08:00:00Z");

  @TempDir private Path folder;

  private static IndexAlarmRow alarm(String market, String severity, int day) {
    return new IndexAlarmRow(
        0,
        new IndexRow.ItemRow(market, LocalDate.of(2026, 10, day), 0, "", "hhi"),
        1,
        new IndexAlarmRow.PassedRow(severity, 2500, 1800),
        AT,
        Optional.empty());
  }

  private static TreeMap<String, Double> counts(OpenCounts counts, String name) {
    TreeMap<String, Double> found = new TreeMap<>();
    for (Collector.MetricFamilySamples family : counts.samples()) {
      for (Collector.MetricFamilySamples.Sample sample : family.samples) {
        if (sample.name.equals(name)) {
          found.put(String.join(" ", sample.labelValues), sample.value);
        }
      }
    }
    return found;
  }

  private static TreeMap<String, Double> zeros() {
    TreeMap<String, Double> zeros = new TreeMap<>();
    for (Market market : Market.values()) {
      zeros.put(DayKey.word(market) + " severe", 0.0);
      zeros.put(DayKey.word(market) + " warning", 0.0);
    }
    return zeros;
  }

  @Test
  void everyMarketAndSeverityHasItsCountAlsoWhereNothingIsOpen() {
    try (MarketFolder market =
        MarketFolder.create(
            folder.resolve("market"),
            new MarketFolder.Facts(
                "north", "Asia/Shanghai", "yuan", MarketDatabases.empty("embedded")))) {
      OpenCounts counts = new OpenCounts(new ServedMarket(Optional.of(market), Optional.empty()));
      assertEquals(
          AnomalySeverity.values().length * Market.values().length,
          counts(counts, "gridclear_anomalies_open").size());
      assertEquals(zeros(), counts(counts, "gridclear_index_alarms_open"));
      IndexAlarmStore store = new IndexAlarmStore(market.database());
      store.add(
          List.of(alarm("da", "severe", 1), alarm("da", "severe", 2), alarm("rt", "warning", 1)));
      TreeMap<String, Double> open = zeros();
      open.put("da severe", 2.0);
      open.put("rt warning", 1.0);
      assertEquals(open, counts(counts, "gridclear_index_alarms_open"));
      for (long number = 1; number <= 3; number++) {
        store.clear(number, new IndexAlarmRow.ClearedRow("rita", AT, "seen"));
      }
      assertEquals(zeros(), counts(counts, "gridclear_index_alarms_open"));
    }
  }

  @Test
  void aServerWithoutAMarketTellsNothing() {
    OpenCounts counts = new OpenCounts(ServedMarket.NONE);
    assertEquals(new TreeMap<>(), counts(counts, "gridclear_index_alarms_open"));
    assertEquals(new TreeMap<>(), counts(counts, "gridclear_anomalies_open"));
  }
}
