package org.gridclear.report.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gridclear.file.StoredFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.network.OperatingPoint;
import org.gridclear.report.ResultPlace;
import org.gridclear.run.CaseResult;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.powerflow.DarkLoad;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageResult;
import org.gridclear.table.DataPackage;
import org.gridclear.table.TableFormat;
import org.gridclear.work.BlockSummary;
import org.gridclear.worker.api.ScreeningBytes;
import org.jspecify.annotations.Nullable;

/**
 * Writes a screening into one folder: {@code summary.json}, {@code report.html} and tables. Blocks
 * are read one snapshot at a time.
 */
public final class ScreeningFolder {
  private final Job.Screening job;
  private final List<Monitored.Device> devices;
  private final ScreeningTotals totals;
  private final ScreeningMap map;
  private @Nullable BaseResult firstBase;

  ScreeningFolder(Job.Screening job) {
    this.job = job;
    this.devices = Monitored.devices(job.network());
    this.totals =
        new ScreeningTotals(job.network(), job.scope().contingencies().size(), unserved(job));
    this.map = new ScreeningMap(job.network());
  }

  /** Load of a snapshot by its name that no source reaches, in MW. */
  private static ToDoubleFunction<String> unserved(Job.Screening job) {
    DarkLoad dark = new DarkLoad(job.network());
    Map<String, OperatingPoint> points = new HashMap<>();
    job.snapshots().forEach(point -> points.put(point.name(), point));
    return name -> dark.mw(Objects.requireNonNull(points.get(name)));
  }

  /**
   * Writes the folder.
   *
   * @param beside formats that tables are written in beside CSV
   * @return the summary, as in {@code summary.json}
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static ScreeningSummary write(
      ResultPlace place, RunResult result, GridStore store, Set<TableFormat> beside)
      throws IOException {
    return write(place, result, store, beside, null);
  }

  /**
   * Writes the folder with tables of pairs of outages.
   *
   * @param pairs what pairs do; null for nothing
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static ScreeningSummary write(
      ResultPlace place,
      RunResult result,
      GridStore store,
      Set<TableFormat> beside,
      @Nullable PairTables pairs)
      throws IOException {
    ScreeningFolder writer = new ScreeningFolder((Job.Screening) result.job());
    ScreeningSummary[] summary = new ScreeningSummary[1];
    place.write(
        aside -> {
          if (pairs != null) {
            pairs.write(aside);
          }
          summary[0] = writer.fill(aside, result, store);
          DataPackage.write(aside, result.status().study(), MarketDay.YUAN, beside);
        });
    return summary[0];
  }

  /** The summary without any files. */
  public static ScreeningSummary summary(RunResult result, GridStore store) {
    ScreeningFolder reader = new ScreeningFolder((Job.Screening) result.job());
    reader.read(result, store, (snapshot, results, listed, base) -> {});
    return ScreeningSummary.of(reader.job, reader.devices, reader.totals, result);
  }

  /** Takes what a snapshot shows; {@code base} is null if it has no base case. */
  interface SnapshotSink {
    void take(
        String snapshot, OutageResult[] results, List<Loading> listed, @Nullable BaseResult base);
  }

  private ScreeningSummary fill(Path aside, RunResult result, GridStore store) throws IOException {
    try (ScreeningTables tables = new ScreeningTables(aside, job, devices)) {
      read(result, store, tables::snapshot);
      tables.totals(totals);
    }
    ScreeningSensitivities.write(aside, job, devices, totals);
    ScreeningSummary summary = ScreeningSummary.of(job, devices, totals, result);
    StoredFiles.write(aside.resolve("summary.json"), summary.json());
    StoredFiles.writeString(
        aside.resolve("report.html"),
        ScreeningHtml.of(
            result, devices, totals, summary, firstBase, files(aside), map.map(job, devices)));
    return summary;
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Stream.concat(
              files.map(file -> file.getFileName().toString()),
              Stream.of("summary.json", DataPackage.FILE))
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** Reads all outcomes, one snapshot after the other. */
  void read(RunResult result, GridStore store, SnapshotSink sink) {
    int outages = job.scope().contingencies().size();
    int perSnapshot = result.cases().size() / job.snapshots().size();
    for (int s = 0; s < job.snapshots().size(); s++) {
      OutageResult[] results = new OutageResult[outages];
      List<Loading> listed = new ArrayList<>();
      BaseResult base = null;
      String failure = "";
      for (CaseResult cell : result.cases().subList(s * perSnapshot, (s + 1) * perSnapshot)) {
        ScreeningBytes.Stored stored = store.screened(cell.receipt()).orElse(null);
        if (stored == null) {
          failure = failed(cell, results);
          continue;
        }
        base = ((BlockSummary) stored.receipt().summary()).base();
        stored.block().results().forEach(r -> results[r.outage()] = r);
        listed.addAll(stored.block().loadings());
      }
      link(results, listed);
      firstBase = firstBase == null ? base : firstBase;
      String name = job.snapshots().get(s).name();
      totals.add(name, results, listed, base, failure);
      map.add(listed, base);
      sink.take(name, results, listed, base);
    }
  }

  /** Outages of a range that has no result are skipped for its reason. */
  private static String failed(CaseResult cell, OutageResult[] results) {
    String why =
        cell.solved() ? "Its results are no longer in the grid." : cell.receipt().why().text();
    String range = cell.name().substring(cell.name().lastIndexOf(' ') + 1);
    String[] ends = range.split("\\.\\.");
    for (int o = Integer.parseInt(ends[0]); o < Integer.parseInt(ends[1]); o++) {
      results[o] = OutageResult.skipped(o, why);
    }
    return why;
  }

  /** Gives linked outages the figures and the rows of those that they are linked to. */
  private static void link(OutageResult[] results, List<Loading> listed) {
    Map<Integer, List<Integer>> linkedTo = new HashMap<>();
    for (int o = 0; o < results.length; o++) {
      int other = results[o].equivalentTo();
      if (other >= 0) {
        results[o] = results[other].linkedFrom(o);
        linkedTo.computeIfAbsent(other, key -> new ArrayList<>()).add(o);
      }
    }
    List<Loading> copies = new ArrayList<>();
    for (Loading l : listed) {
      for (int o : linkedTo.getOrDefault(l.outage(), List.of())) {
        copies.add(new Loading(o, l.device(), l.kind(), l.before(), l.after(), l.limit()));
      }
    }
    listed.addAll(copies);
  }

  ScreeningTotals totals() {
    return totals;
  }
}
