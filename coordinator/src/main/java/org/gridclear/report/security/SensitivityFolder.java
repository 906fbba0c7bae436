package org.gridclear.report.security;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.network.OperatingPoint;
import org.gridclear.report.ResultPlace;
import org.gridclear.run.CaseResult;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.input.SensitivityQuestion;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.sensitivity.Sensitivity;
import org.gridclear.table.CsvFile;
import org.gridclear.table.DataPackage;
import org.gridclear.table.Figures;
import org.gridclear.table.TableFormat;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;
import org.gridclear.work.UnitSummary;

/**
 * Sensitivities of a run: {@code sensitivities.csv}, {@code summary.json}, and questions to them.
 */
public final class SensitivityFolder {
  private static final int PRINTED_MAX = 20;

  private final RunResult result;
  private final GridStore store;
  private final Job.Sensing job;

  /** The sensitivities of a run that has ended. */
  public SensitivityFolder(RunResult result, GridStore store) {
    this.result = result;
    this.store = store;
    this.job = (Job.Sensing) result.job();
  }

  /** Takes the sensitivities of a snapshot. */
  private interface Sink {
    void take(String snapshot, Sensitivity row);
  }

  private void read(Sink sink) {
    for (int s = 0; s < job.snapshots().size(); s++) {
      String snapshot = job.snapshots().get(s).name();
      store
          .sensed(result.cases().get(s).receipt())
          .ifPresent(stored -> stored.answer().rows().forEach(row -> sink.take(snapshot, row)));
    }
  }

  /**
   * Writes the folder.
   *
   * @param parquet whether the table is written as Parquet too
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public void write(ResultPlace place, Set<TableFormat> beside) throws IOException {
    place.write(
        aside -> {
          try (CsvFile file =
              new CsvFile(
                  aside.resolve("sensitivities.csv"),
                  "snapshot",
                  "device",
                  "deviceKind",
                  "by",
                  "element",
                  "factor",
                  "unit")) {
            read(
                (snapshot, row) ->
                    file.row(
                        snapshot,
                        row.device(),
                        row.deviceKind().name(),
                        row.by().name(),
                        row.element(),
                        row.factor(),
                        row.by().unit()));
          }
          StoredFiles.write(aside.resolve("summary.json"), Figures.bytes(summary()));
          DataPackage.write(aside, job.name(), MarketDay.YUAN, beside);
        });
  }

  /** The figures, as in {@code summary.json}. */
  public Map<String, Object> summary() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("run", result.status().runId());
    map.put("state", result.status().state());
    map.put("network", job.network().name());
    map.put("snapshots", job.snapshots().size());
    map.put("question", job.question());
    long rows = 0;
    List<String> failures = new ArrayList<>();
    for (CaseResult cell : result.cases()) {
      if (cell.receipt().summary() instanceof UnitSummary.Sensitivities found) {
        rows += found.count();
      } else {
        failures.add(cell.name() + ": " + cell.receipt().why().text());
      }
    }
    map.put("rows", rows);
    map.put("failures", failures);
    map.put("splittingOutages", splitting());
    map.put("nodes", result.status().nodes());
    map.put("warnings", Issue.lines(job.remarks(), Severity.WARNING));
    map.put("notices", Issue.lines(job.remarks(), Severity.NOTICE));
    return map;
  }

  /** Outages without factors, since they split the grid, with the snapshots at which they do. */
  private Map<String, List<String>> splitting() {
    Map<String, List<String>> splitting = new LinkedHashMap<>();
    for (int s = 0; s < job.snapshots().size(); s++) {
      String snapshot = job.snapshots().get(s).name();
      store
          .sensed(result.cases().get(s).receipt())
          .ifPresent(
              stored ->
                  stored
                      .answer()
                      .splitting()
                      .forEach(
                          id ->
                              splitting
                                  .computeIfAbsent(id, none -> new ArrayList<>())
                                  .add(snapshot)));
    }
    return splitting;
  }

  /** Whether a snapshot has no sensitivities because its power flow has no solution. */
  public boolean failed() {
    return result.cases().stream().anyMatch(cell -> !cell.solved());
  }

  /** What is printed: how many there are, and the greatest. */
  public String text() {
    List<String> lines = new ArrayList<>();
    Map<String, Object> summary = summary();
    lines.add(
        "%s: %s sensitivities on %s operating point(s)"
            .formatted(job.network().name(), summary.get("rows"), summary.get("snapshots")));
    Objects.requireNonNull(((List<?>) summary.get("failures")))
        .forEach(failure -> lines.add("FAILED " + failure));
    Set<String> splitting = splitting().keySet();
    if (!splitting.isEmpty()) {
      lines.add(
          "NO FACTORS of %d outage(s), which split the grid: %s%s"
              .formatted(
                  splitting.size(),
                  splitting.stream().limit(PRINTED_MAX).collect(Collectors.joining(", ")),
                  splitting.size() > PRINTED_MAX ? ", ... (summary.json has all)" : ""));
    }
    for (Map<String, Object> row : greatest(PRINTED_MAX)) {
      lines.add(
          "%-12s %-14s by %-10s %-14s %12.6f %s"
              .formatted(
                  row.get("snapshot"),
                  row.get("device"),
                  row.get("by"),
                  row.get("element"),
                  ((Number) Objects.requireNonNull(row.get("factor"))).doubleValue(),
                  row.get("unit")));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private List<Map<String, Object>> greatest(int most) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Comparator<Map<String, Object>> falling =
        Comparator.comparingDouble(
            row -> -Math.abs((double) Objects.requireNonNull(row.get("factor"))));
    read(
        (snapshot, row) -> {
          rows.add(row(snapshot, row));
          if (rows.size() > 100 * most) {
            rows.sort(falling);
            rows.subList(most, rows.size()).clear();
          }
        });
    rows.sort(falling);
    return rows.subList(0, Math.min(most, rows.size()));
  }

  /**
   * Which rows of {@code sensitivities.csv} are wanted; an empty text means any.
   *
   * @param snapshot name of a snapshot
   * @param device id of a device
   * @param deviceKind line, transformer, flowgate or bus
   * @param by what moves it, such as generator
   * @param element id of what moves it
   * @param rows the most rows
   */
  public record Filter(
      String snapshot, String device, String deviceKind, String by, String element, int rows) {
    /**
     * Checks them.
     *
     * @throws IllegalArgumentException if no rows are wanted, or too many
     */
    public Filter {
      ScreeningQueries.check(rows);
    }

    boolean takes(String of, Sensitivity row) {
      return ScreeningQueries.fits(snapshot, of)
          && ScreeningQueries.fits(device, row.device())
          && ScreeningQueries.fits(deviceKind, row.deviceKind().name())
          && ScreeningQueries.fits(by, row.by().name())
          && ScreeningQueries.fits(element, row.element());
    }
  }

  /**
   * Sensitivities that are wanted.
   *
   * @throws IllegalArgumentException if there is no such snapshot, device, kind or mover
   */
  public List<Map<String, Object>> rows(Filter wanted) {
    ScreeningQueries.known(
        "snapshot", wanted.snapshot(), job.snapshots().stream().map(OperatingPoint::name));
    ScreeningQueries.known(
        "device",
        wanted.device(),
        Monitored.devices(job.network()).stream().map(Monitored.Device::id));
    ScreeningQueries.known(
        "deviceKind", wanted.deviceKind(), Arrays.stream(Monitored.Kind.values()).map(Enum::name));
    ScreeningQueries.known(
        "by", wanted.by(), Arrays.stream(SensitivityQuestion.By.values()).map(Enum::name));
    List<Map<String, Object>> rows = new ArrayList<>();
    read(
        (snapshot, sensitivity) -> {
          if (rows.size() < wanted.rows() && wanted.takes(snapshot, sensitivity)) {
            rows.add(row(snapshot, sensitivity));
          }
        });
    return rows;
  }

  private static Map<String, Object> row(String snapshot, Sensitivity s) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("snapshot", snapshot);
    row.put("device", s.device());
    row.put("deviceKind", s.deviceKind().name());
    row.put("by", s.by().name());
    row.put("element", s.element());
    row.put("factor", s.factor());
    row.put("unit", s.by().unit());
    return row;
  }
}
