package org.gridclear.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.screening.Loading;
import org.gridclear.screening.Monitored;
import org.gridclear.screening.OutageResult;
import org.gridclear.screening.OutageStatus;
import org.gridclear.validate.Choice;

/**
 * Questions to the stored outcomes of a screening (H-26 to H-31). Every question reads the blocks
 * of one snapshot after the other; nothing but the answer is kept.
 */
public final class ScreeningQueries {
  /** The most rows of an answer. */
  public static final int ROWS_MAX = 10_000;

  private final RunResult result;
  private final GridStore store;
  private final Job.Screening job;
  private final List<Monitored.Device> devices;

  /** Questions to a run that has ended. */
  public ScreeningQueries(RunResult result, GridStore store) {
    this.result = result;
    this.store = store;
    this.job = (Job.Screening) result.job();
    this.devices = Monitored.devices(job.network());
  }

  /**
   * What rows are wanted; an empty text means any.
   *
   * @param snapshot name of a snapshot
   * @param outage id of an outage
   * @param device id of a device
   * @param deviceKind line, transformer, flowgate or bus
   * @param zone zone of the device
   * @param status a status that applies to the outage, whichever it names as the gravest
   * @param rows the most rows
   */
  public record Filter(
      String snapshot,
      String outage,
      String device,
      String deviceKind,
      String zone,
      String status,
      int rows) {
    public Filter {
      if (rows < 1 || rows > ROWS_MAX) {
        throw new IllegalArgumentException(
            "The rows (%d) must lie in 1..%d.".formatted(rows, ROWS_MAX));
      }
      if (!status.isEmpty()) {
        ScreeningQueries.status(status);
      }
    }
  }

  private static OutageStatus status(String name) {
    return Choice.of(OutageStatus.class, "status", name);
  }

  private static boolean fits(String wanted, String value) {
    return wanted.isEmpty() || wanted.equalsIgnoreCase(value);
  }

  /** Results of outages, one row per snapshot and outage. */
  public List<Map<String, Object>> outages(Filter filter) {
    List<Map<String, Object>> rows = new ArrayList<>();
    new ScreeningFolder(job)
        .read(
            result,
            store,
            (snapshot, results, listed, base) -> {
              for (OutageResult r : results) {
                boolean wanted =
                    rows.size() < filter.rows()
                        && fits(filter.snapshot(), snapshot)
                        && fits(filter.outage(), ScreeningFolder.id(job, r.outage()))
                        && (filter.status().isEmpty() || r.is(status(filter.status())));
                if (wanted) {
                  rows.add(row(snapshot, r));
                }
              }
            });
    return rows;
  }

  private Map<String, Object> row(String snapshot, OutageResult r) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("snapshot", snapshot);
    row.put("outage", ScreeningFolder.id(job, r.outage()));
    row.put("status", r.status());
    row.put("violations", r.violations());
    row.put("worstDevice", r.worstDevice() < 0 ? "" : devices.get(r.worstDevice()).id());
    row.put("worstLoading", r.worstLoading());
    row.put("excessMw", r.excessMw());
    row.put("excessPu", r.excessPu());
    row.put("severity", r.severity());
    row.put("lostLoadMw", r.lostLoadMw());
    row.put("lostGenerationMw", r.lostGenerationMw());
    row.put("missingMw", r.missingMw());
    row.put("reason", r.text());
    return row;
  }

  /** Listed loadings after outages: one row per snapshot, outage and device. */
  public List<Map<String, Object>> loadings(Filter filter) {
    List<Map<String, Object>> rows = new ArrayList<>();
    new ScreeningFolder(job)
        .read(
            result,
            store,
            (snapshot, results, listed, base) -> {
              if (fits(filter.snapshot(), snapshot)) {
                take(snapshot, listed, wanted(filter), filter.rows(), rows);
                if (base != null && filter.outage().isEmpty()) {
                  take(snapshot, base.loadings(), wanted(filter), filter.rows(), rows);
                }
              }
            });
    return rows;
  }

  private Predicate<Loading> wanted(Filter filter) {
    return loading -> {
      Monitored.Device device = devices.get(loading.device());
      return fits(filter.outage(), ScreeningFolder.id(job, loading.outage()))
          && fits(filter.device(), device.id())
          && fits(filter.deviceKind(), device.kind().name())
          && fits(filter.zone(), device.zone());
    };
  }

  private void take(
      String snapshot,
      List<Loading> loadings,
      Predicate<Loading> wanted,
      int rowsMax,
      List<Map<String, Object>> rows) {
    for (Loading loading : loadings) {
      if (rows.size() < rowsMax && wanted.test(loading)) {
        Monitored.Device device = devices.get(loading.device());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("snapshot", snapshot);
        row.put("outage", ScreeningFolder.id(job, loading.outage()));
        row.put("device", device.id());
        row.put("deviceKind", ScreeningFolder.kind(device));
        row.put("kv", device.kv());
        row.put("zone", device.zone());
        row.put("kind", loading.kind());
        row.put("pre", loading.before());
        row.put("post", loading.after());
        row.put("limit", loading.limit());
        row.put("loading", ScreeningFolder.loading(job.network(), loading));
        rows.add(row);
      }
    }
  }

  /** What every snapshot shows. */
  public List<?> snapshots() {
    ScreeningFolder reader = new ScreeningFolder(job);
    reader.read(result, store, (snapshot, results, listed, base) -> {});
    return reader.totals().snapshots();
  }
}
