package org.gridclear.report.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.network.Contingency;
import org.gridclear.network.OperatingPoint;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.validate.Choice;
import org.gridclear.validate.UnknownNameException;

/**
 * Questions to the stored outcomes of a screening (H-26 to H-31). Every question reads the blocks
 * of one snapshot after the other; nothing but the answer is kept.
 */
public final class ScreeningQueries {
  /** The most rows of an answer. */
  public static final int ROWS_MAX = 10_000;

  private static final String KV = "The kv (%s) must be a voltage or a range such as 110..220.";

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
   * Checks how many rows a question wants.
   *
   * @throws IllegalArgumentException if there are none or too many
   */
  public static void check(int rows) {
    if (rows < 1 || rows > ROWS_MAX) {
      throw new IllegalArgumentException(
          "The rows (%d) must lie in 1..%d.".formatted(rows, ROWS_MAX));
    }
  }

  /**
   * What rows are wanted; an empty text means any.
   *
   * @param snapshot name of a snapshot
   * @param outage id of an outage
   * @param device id of a device
   * @param deviceKind line, transformer, flowgate or bus
   * @param zone zone of the device
   * @param kv nominal voltage such as {@code 220}, or a range such as {@code 110..220}
   * @param status a status that applies to the outage, whichever it names as the gravest
   * @param rows the most rows
   */
  public record Filter(
      String snapshot,
      String outage,
      String device,
      String deviceKind,
      String zone,
      String kv,
      String status,
      int rows) {
    public Filter {
      check(rows);
      if (!status.isEmpty()) {
        ScreeningQueries.status(status);
      }
      range(kv);
    }

    private static double[] range(String kv) {
      if (kv.isEmpty()) {
        return new double[] {0, Double.POSITIVE_INFINITY};
      }
      String[] ends = kv.split("\\.\\.", -1);
      try {
        double least = Double.parseDouble(ends[0]);
        double most = ends.length == 1 ? least : Double.parseDouble(ends[1]);
        if (ends.length <= 2 && least >= 0 && least <= most) {
          return new double[] {least, most};
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(KV.formatted(kv), e);
      }
      throw new IllegalArgumentException(KV.formatted(kv));
    }

    /** Whether a device is one of those that are wanted. */
    boolean takes(Monitored.Device of) {
      double[] range = range(kv);
      return fits(device, of.id())
          && fits(deviceKind, of.kind().name())
          && fits(zone, of.zone())
          && of.kv() >= range[0]
          && of.kv() <= range[1];
    }
  }

  /**
   * Checks that what is asked for is in a screening: an empty answer would look as if all were
   * well.
   *
   * @throws IllegalArgumentException if it has no such snapshot, outage, device, kind, zone or kv
   */
  static void known(Filter filter, Job.Screening job, List<Monitored.Device> devices) {
    known("snapshot", filter.snapshot(), job.snapshots().stream().map(OperatingPoint::name));
    known("outage", filter.outage(), job.scope().contingencies().stream().map(Contingency::id));
    known("device", filter.device(), devices.stream().map(Monitored.Device::id));
    known("deviceKind", filter.deviceKind(), devices.stream().map(ScreeningWords::kind));
    known("zone", filter.zone(), devices.stream().map(Monitored.Device::zone));
    Filter ofKv = new Filter("", "", "", "", "", filter.kv(), "", 1);
    if (!filter.kv().isEmpty() && devices.stream().noneMatch(ofKv::takes)) {
      throw new IllegalArgumentException("No device has a kv of '%s'.".formatted(filter.kv()));
    }
  }

  /** Checks that a text is one of those that there are; an empty one asks for any. */
  static void known(String kind, String wanted, Stream<String> all) {
    Set<String> there = all.collect(Collectors.toCollection(TreeSet::new));
    if (there.stream().noneMatch(each -> fits(wanted, each)) && !wanted.isEmpty()) {
      throw new UnknownNameException(kind, wanted, there);
    }
  }

  private static OutageStatus status(String name) {
    return Choice.of(OutageStatus.class, "status", name);
  }

  static boolean fits(String wanted, String value) {
    return wanted.isEmpty() || wanted.equalsIgnoreCase(value);
  }

  /** Results of outages, one row per snapshot and outage. */
  public List<Map<String, Object>> outages(Filter filter) {
    known(filter, job, devices);
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
                        && fits(filter.outage(), ScreeningWords.id(job, r.outage()))
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
    row.put("outage", ScreeningWords.id(job, r.outage()));
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
    known(filter, job, devices);
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

  /**
   * Every device at a snapshot, of the intact grid or after an outage, computed anew (H-26).
   *
   * @throws IllegalArgumentException if the snapshot or the outage is none of the screening
   */
  public ScreeningFlows flows(Filter filter) {
    return ScreeningFlows.of(job, filter);
  }

  /** Counts by device (H-29). */
  public List<Map<String, Object>> devices(Filter filter) {
    known(filter, job, devices);
    List<Map<String, Object>> rows = new ArrayList<>();
    totals()
        .devices()
        .forEach(
            (number, total) -> {
              Monitored.Device device = devices.get(number);
              if (rows.size() < filter.rows() && filter.takes(device)) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("device", device.id());
                row.put("deviceKind", ScreeningWords.kind(device));
                row.put("kv", device.kv());
                row.put("zone", device.zone());
                row.put("heavySnapshots", total.heavySnapshots);
                row.put("baseViolatedSnapshots", total.baseViolatedSnapshots);
                row.put("outageHeavySnapshots", total.outageHeavySnapshots);
                row.put("outageViolatedSnapshots", total.outageViolatedSnapshots);
                row.put("worstLoading", total.worstLoading);
                row.put("worstOutage", ScreeningWords.id(job, total.worstOutage));
                row.put("worstSnapshot", total.worstSnapshot);
                rows.add(row);
              }
            });
    return rows;
  }

  /** Counts by outage (H-30). */
  public List<Map<String, Object>> contingencies(Filter filter) {
    known(filter, job, devices);
    ScreeningTotals totals = totals();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int o = 0; o < job.scope().contingencies().size(); o++) {
      String id = ScreeningWords.id(job, o);
      if (rows.size() < filter.rows() && fits(filter.outage(), id)) {
        ScreeningTotals.OutageTotal total = totals.outage(o);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("outage", id);
        row.put("heavySnapshots", total.heavySnapshots);
        row.put("violatedSnapshots", total.violatedSnapshots);
        row.put("worstDevice", total.worstDevice < 0 ? "" : devices.get(total.worstDevice).id());
        row.put("worstLoading", total.worstLoading);
        row.put("worstSnapshot", total.worstSnapshot);
        row.put("greatestExcessMw", total.greatestExcessMw);
        row.put("greatestSeverity", total.greatestSeverity);
        rows.add(row);
      }
    }
    return rows;
  }

  /** Periods, devices and outages with heavy load and violations (H-27). */
  public Map<String, Object> overview() {
    return totals().overview();
  }

  private ScreeningTotals totals() {
    ScreeningFolder reader = new ScreeningFolder(job);
    reader.read(result, store, (snapshot, results, listed, base) -> {});
    return reader.totals();
  }

  private Predicate<Loading> wanted(Filter filter) {
    return loading -> {
      Monitored.Device device = devices.get(loading.device());
      return fits(filter.outage(), ScreeningWords.id(job, loading.outage()))
          && filter.takes(device);
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
        rows.add(ScreeningFlows.row(job, devices.get(loading.device()), snapshot, loading));
      }
    }
  }

  /** What every snapshot shows. */
  public List<?> snapshots() {
    return totals().snapshots();
  }
}
