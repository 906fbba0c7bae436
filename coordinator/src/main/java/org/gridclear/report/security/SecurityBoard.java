package org.gridclear.report.security;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.validate.Choice;
import org.gridclear.work.BlockSummary;

/**
 * A screening at a glance: how its outages ended, the worst of them and the worst devices.
 *
 * @param name what was screened
 * @param tiles outages of all snapshots by how they ended, under every status that applies
 * @param snapshots names of the snapshots, in their order
 * @param status the status that the outages below have; "" for any
 * @param count how many outages have it
 * @param outages the worst of these, worst first
 * @param devices the most loaded devices, most loaded first
 * @param remarks what must be said of base cases
 */
public record SecurityBoard(
    String name,
    Map<String, Integer> tiles,
    List<String> snapshots,
    String status,
    int count,
    List<OutageRow> outages,
    List<DeviceRow> devices,
    List<String> remarks) {
  private static final String NONE = "";

  /**
   * An outage on a snapshot.
   *
   * @param loading of the worst device, as a share of its limit
   */
  public record OutageRow(
      String snapshot,
      String outage,
      OutageStatus status,
      int violations,
      String device,
      double loading,
      double excessMw,
      double missingMw,
      String reason) {}

  /**
   * A device over all snapshots and outages.
   *
   * @param loading the greatest, as a share of its limit
   * @param outage after which it is; "" in the intact grid
   * @param violated snapshots in which an outage brings it over its limit
   */
  public record DeviceRow(
      String device,
      String kind,
      String zone,
      double kv,
      double loading,
      String outage,
      String snapshot,
      int violated) {}

  /** An outage with the snapshot that it is of. */
  private record Found(String snapshot, OutageResult result) {}

  /**
   * Reads a screening.
   *
   * @param status a status that the outages have; "" for any
   * @param rows the most rows of each list
   * @throws IllegalArgumentException if there is no such status, or too many rows are wanted
   */
  public static SecurityBoard of(RunResult run, GridStore store, String status, int rows) {
    ScreeningQueries.check(rows);
    OutageStatus wanted = status.isEmpty() ? null : Choice.of(OutageStatus.class, "status", status);
    Job.Screening job = (Job.Screening) run.job();
    ScreeningFolder reader = new ScreeningFolder(job);
    List<Found> found = new ArrayList<>();
    int[] count = new int[1];
    reader.read(
        run,
        store,
        (snapshot, results, listed, base) -> {
          for (OutageResult result : results) {
            if (wanted == null ? result.status() != OutageStatus.SECURE : result.is(wanted)) {
              found.add(new Found(snapshot, result));
              count[0]++;
            }
          }
          trim(found, rows);
        });
    ScreeningTotals totals = reader.totals();
    Map<String, Integer> tiles = new LinkedHashMap<>();
    for (OutageStatus each : OutageStatus.values()) {
      tiles.put(each.name(), totals.counts()[each.ordinal()]);
    }
    List<Monitored.Device> devices = Monitored.devices(job.network());
    return new SecurityBoard(
        job.name(),
        tiles,
        totals.snapshots().stream().map(ScreeningTotals.SnapshotTotal::name).toList(),
        status,
        count[0],
        found.stream().map(each -> row(job, devices, each)).toList(),
        devices(job, devices, totals, rows),
        totals.remarks());
  }

  private static void trim(List<Found> found, int rows) {
    found.sort(Comparator.comparing(Found::result, BlockSummary.BY_SEVERITY));
    found.subList(Math.min(rows, found.size()), found.size()).clear();
  }

  private static OutageRow row(Job.Screening job, List<Monitored.Device> devices, Found found) {
    OutageResult r = found.result();
    return new OutageRow(
        found.snapshot(),
        ScreeningWords.id(job, r.outage()),
        r.status(),
        r.violations(),
        r.worstDevice() < 0 ? NONE : devices.get(r.worstDevice()).id(),
        r.worstLoading(),
        r.excessMw(),
        r.missingMw(),
        r.text());
  }

  private static List<DeviceRow> devices(
      Job.Screening job, List<Monitored.Device> devices, ScreeningTotals totals, int rows) {
    List<DeviceRow> list = new ArrayList<>();
    totals
        .devices()
        .forEach(
            (number, total) -> {
              Monitored.Device device = devices.get(number);
              list.add(
                  new DeviceRow(
                      device.id(),
                      ScreeningWords.kind(device),
                      device.zone(),
                      device.kv(),
                      total.greatestLoading,
                      ScreeningWords.id(job, total.greatestOutage),
                      total.greatestSnapshot,
                      total.outageViolatedSnapshots));
            });
    list.sort(
        Comparator.comparingDouble((DeviceRow row) -> -row.loading())
            .thenComparing(DeviceRow::device));
    return list.subList(0, Math.min(rows, list.size()));
  }
}
