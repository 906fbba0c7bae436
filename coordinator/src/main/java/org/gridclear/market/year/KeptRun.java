package org.gridclear.market.year;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.file.Sha256;
import org.gridclear.file.StoredFiles;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.anomaly.AnomalyNotice;
import org.gridclear.market.anomaly.AnomalyTables;
import org.gridclear.market.anomaly.MarketAnomalies;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayResult;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.registry.MarketRegistry;
import org.gridclear.market.registry.RegisteredOwners;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.report.page.HtmlReport;
import org.gridclear.report.page.SummaryJson;
import org.gridclear.run.GridStore;
import org.gridclear.run.RunResult;
import org.gridclear.table.Figures;

/**
 * Keeps the base case of a run as the next version of its day.
 *
 * @param market the open market
 * @param cycle number of the run of the day: 0 for day-ahead and the long cycle
 * @param build the build that cleared
 * @param by the account that keeps it
 * @param source what the case is called, as the version says
 */
public record KeptRun(MarketFolder market, int cycle, String build, String by, String source) {
  /**
   * The date of a case.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static LocalDate date(MarketDay day) {
    LocalDate date = day.horizon().firstDay();
    if (date == null) {
      throw new IllegalArgumentException(
          "The case %s has no date, which a version of a day needs: give horizon.firstDay, such as 2026-10-01."
              .formatted(day.name()));
    }
    return date;
  }

  /**
   * Appends the version, and judges it by the rules of the market.
   *
   * @throws IllegalArgumentException if the case has no date, no result, or is none of a day
   */
  public MarketAnomalies.Judged append(RunResult result, GridStore store, Clock clock) {
    BaseCase cleared =
        BaseCase.of(result, store)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The case was not cleared, so that there is no version to keep."));
    LocalDate date = date(cleared.resolved().day());
    MarketRegistry registry = new MarketRegistry(market, clock);
    DayResult day = cleared.of(RegisteredOwners.on(registry, date));
    DayVersion version =
        DayStore.of(market)
            .append(
                new DayKey(cleared.resolved().market(), date, cycle),
                day,
                Made.now(build, by, clock, provenance(result)));
    return MarketAnomalies.of(market, clock).cleared(version, day, by);
  }

  private String provenance(RunResult result) {
    String hash = Sha256.hex(CaseFiles.pack(result.study().base()));
    return Json.MAPPER.writeValueAsString(Map.of("case", source, "sha256", hash));
  }

  /** Says in the folder of the run's report, too, what the anomalies of the version are. */
  public static void say(MarketAnomalies.Judged judged, RunResult result, Path report)
      throws IOException {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("anomalies", AnomalyTables.summary(judged));
    summary.putAll(SummaryJson.map(result));
    StoredFiles.replace(report.resolve("summary.json"), Figures.bytes(summary));
    Path page = report.resolve("report.html");
    String shown = HtmlReport.withKept(StoredFiles.readString(page), AnomalyNotice.of(judged));
    StoredFiles.replace(page, shown.getBytes(StandardCharsets.UTF_8));
  }
}
