package org.gridclear.report.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.gridclear.network.Network;
import org.gridclear.security.result.BaseResult;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.screening.ScreeningKernel;
import org.gridclear.work.BlockSummary;
import org.jspecify.annotations.Nullable;

/**
 * What a screening comes to over all snapshots: by outage, by device and by time (H-27 to H-30).
 * Fed snapshot by snapshot, so its size does not grow with their number, but for one number per
 * outage and snapshot that the loading duration needs.
 */
final class ScreeningTotals {
  private static final int SEVERE_MAX = 1000;

  private final int[] counts = new int[OutageStatus.values().length];
  private final Map<Integer, DeviceTotal> devices = new TreeMap<>();
  private final Network network;
  private final ToDoubleFunction<String> unservedMw;
  private final OutageTotal[] outages;
  private final List<SnapshotTotal> snapshots = new ArrayList<>();
  private final List<Worst> worst = new ArrayList<>();
  private final List<Loading> severe = new ArrayList<>();
  private double[] loadings = new double[1024];
  private final List<String> remarks = new ArrayList<>();
  private int loadingCount;
  private int idle;
  private int both;

  /**
   * No snapshot yet.
   *
   * @param unservedMw load of a snapshot by its name that lies in islands without a source, in MW
   */
  ScreeningTotals(Network network, int outageCount, ToDoubleFunction<String> unservedMw) {
    this.network = network;
    this.unservedMw = unservedMw;
    outages = new OutageTotal[outageCount];
    Arrays.setAll(outages, o -> new OutageTotal());
  }

  /** A severe outage on a snapshot. */
  record Worst(String snapshot, OutageResult result) {}

  /** What a device shows over all snapshots. */
  static final class DeviceTotal {
    int heavySnapshots;
    int baseViolatedSnapshots;
    int outageViolatedSnapshots;
    int outageHeavySnapshots;
    int violations;
    double worstLoading;
    int worstOutage = -1;
    String worstSnapshot = "";

    /** The greatest loading of all that are listed, of the base case and of heavy ones too. */
    double greatestLoading;

    /** After which it is; -1 for the intact grid. */
    int greatestOutage = -1;

    String greatestSnapshot = "";
    private String lastSnapshot = "";
    private String lastHeavySnapshot = "";

    private void take(double loading, int outage, String snapshot) {
      if (loading > greatestLoading) {
        greatestLoading = loading;
        greatestOutage = outage;
        greatestSnapshot = snapshot;
      }
    }
  }

  /** What an outage does over all snapshots. */
  static final class OutageTotal {
    int violatedSnapshots;
    int heavySnapshots;
    private String lastHeavySnapshot = "";
    double worstLoading;
    int worstDevice = -1;
    String worstSnapshot = "";
    double greatestExcessMw;
    double greatestSeverity;
  }

  /**
   * What a snapshot shows.
   *
   * @param name name of the snapshot
   * @param counts outages by status, an outage under every status that applies
   * @param baseHeavy heavily loaded devices of the base case
   * @param baseViolations violations of the base case
   * @param outageHeavy heavy loadings that outages bring; 0 where only violations are kept
   * @param outageViolations new and worsened violations of all outages
   * @param unservedMw load of the intact grid in islands without a source, in MW
   * @param failure why it has no base case, "" if it has
   */
  record SnapshotTotal(
      String name,
      int[] counts,
      int baseHeavy,
      int baseViolations,
      int outageHeavy,
      int outageViolations,
      double unservedMw,
      String failure) {}

  /** What must be said of base cases. */
  List<String> remarks() {
    return remarks;
  }

  /** Takes a snapshot: a result per outage, what is listed, and the base case if there is one. */
  void add(
      String snapshot,
      OutageResult[] results,
      List<Loading> listed,
      @Nullable BaseResult base,
      String failure) {
    int[] here = new int[counts.length];
    int violations = 0;
    for (OutageResult result : results) {
      for (OutageStatus status : OutageStatus.values()) {
        here[status.ordinal()] += result.is(status) ? 1 : 0;
      }
      both += result.islands() && result.violates() ? 1 : 0;
      violations += result.violations();
      idle += result.text().equals(ScreeningKernel.NOTHING_TO_OPEN) ? 1 : 0;
      outage(snapshot, result);
    }
    for (int status = 0; status < here.length; status++) {
      counts[status] += here[status];
    }
    listed.forEach(loading -> device(snapshot, loading));
    int heavier = (int) listed.stream().filter(ScreeningTotals::heavy).count();
    int heavy = 0;
    if (base != null) {
      for (Loading loading : base.loadings()) {
        if (loading.kind() == Loading.Kind.LISTED) {
          continue;
        }
        DeviceTotal total = total(loading.device());
        heavy += loading.violation() ? 0 : 1;
        total.heavySnapshots += loading.violation() ? 0 : 1;
        total.baseViolatedSnapshots += loading.violation() ? 1 : 0;
        total.take(ScreeningWords.loading(network, loading), -1, snapshot);
      }
    }
    if (base != null && !base.text().isEmpty()) {
      remarks.add("Snapshot %s: %s".formatted(snapshot, base.text()));
    }
    int baseViolations = base == null ? 0 : (int) base.violationCount();
    snapshots.add(
        new SnapshotTotal(
            snapshot,
            here,
            heavy,
            baseViolations,
            heavier,
            violations,
            unservedMw.applyAsDouble(snapshot),
            failure));
  }

  private void outage(String snapshot, OutageResult result) {
    if (result.worstDevice() < 0 && !result.violates() && !result.unbalances()) {
      return;
    }
    OutageTotal total = outages[result.outage()];
    total.violatedSnapshots += result.violations() > 0 ? 1 : 0;
    total.greatestExcessMw = Math.max(total.greatestExcessMw, result.excessMw());
    total.greatestSeverity = Math.max(total.greatestSeverity, result.severity());
    if (result.worstLoading() > total.worstLoading) {
      total.worstLoading = result.worstLoading();
      total.worstDevice = result.worstDevice();
      total.worstSnapshot = snapshot;
    }
    if (loadingCount == loadings.length) {
      loadings = Arrays.copyOf(loadings, 2 * loadingCount);
    }
    loadings[loadingCount++] = result.worstLoading();
    worst.add(new Worst(snapshot, result));
    if (worst.size() > 50 * BlockSummary.WORST_MAX) {
      trim();
    }
  }

  private void trim() {
    worst.sort(Comparator.comparing(Worst::result, BlockSummary.BY_SEVERITY));
    worst.subList(Math.min(worst.size(), BlockSummary.WORST_MAX), worst.size()).clear();
  }

  private DeviceTotal total(int device) {
    return devices.computeIfAbsent(device, key -> new DeviceTotal());
  }

  private static boolean heavy(Loading loading) {
    return loading.kind() == Loading.Kind.HEAVY;
  }

  private void heavy(String snapshot, Loading loading) {
    DeviceTotal total = total(loading.device());
    if (!total.lastHeavySnapshot.equals(snapshot)) {
      total.lastHeavySnapshot = snapshot;
      total.outageHeavySnapshots++;
    }
    OutageTotal outage = outages[loading.outage()];
    if (!outage.lastHeavySnapshot.equals(snapshot)) {
      outage.lastHeavySnapshot = snapshot;
      outage.heavySnapshots++;
    }
  }

  private void device(String snapshot, Loading loading) {
    if (heavy(loading)) {
      heavy(snapshot, loading);
    }
    double share = ScreeningWords.loading(network, loading);
    if (heavy(loading) || loading.violation()) {
      total(loading.device()).take(share, loading.outage(), snapshot);
    }
    if (!loading.violation()) {
      return;
    }
    severe.add(loading);
    if (severe.size() > 2 * SEVERE_MAX) {
      trimSevere();
    }
    DeviceTotal total = total(loading.device());
    total.violations++;
    if (!total.lastSnapshot.equals(snapshot)) {
      total.lastSnapshot = snapshot;
      total.outageViolatedSnapshots++;
    }
    if (share > total.worstLoading) {
      total.worstLoading = share;
      total.worstOutage = loading.outage();
      total.worstSnapshot = snapshot;
    }
  }

  private double excess(Loading loading) {
    return ScreeningWords.loading(network, loading);
  }

  private void trimSevere() {
    severe.sort(Comparator.comparingDouble(this::excess).reversed());
    severe.subList(Math.min(severe.size(), SEVERE_MAX), severe.size()).clear();
  }

  /** The violations that are furthest out, furthest first. */
  List<Loading> severe() {
    trimSevere();
    return Collections.unmodifiableList(severe);
  }

  /** Skipped outages of equipment that is out of service anyway. */
  int idle() {
    return idle;
  }

  /** Outages that cut buses off and violate limits in what is left. */
  int islandedAndViolated() {
    return both;
  }

  /** Outages by status over all snapshots, an outage under every status that applies. */
  int[] counts() {
    return counts;
  }

  Map<Integer, DeviceTotal> devices() {
    return Collections.unmodifiableMap(devices);
  }

  OutageTotal outage(int o) {
    return outages[o];
  }

  List<SnapshotTotal> snapshots() {
    return Collections.unmodifiableList(snapshots);
  }

  /**
   * Periods, devices and outages with heavy load, with violations of the base case, and with
   * violations after outages (H-27).
   */
  Map<String, Object> overview() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("periods", snapshots.size());
    map.put("periodsHeavy", count(snapshots, s -> s.baseHeavy() + s.outageHeavy() > 0));
    map.put("periodsViolated", count(snapshots, s -> s.baseViolations() > 0));
    map.put("periodsViolatedAfterOutages", count(snapshots, s -> s.outageViolations() > 0));
    List<DeviceTotal> of = List.copyOf(devices.values());
    map.put("devicesHeavy", count(of, d -> d.heavySnapshots + d.outageHeavySnapshots > 0));
    map.put("devicesViolated", count(of, d -> d.baseViolatedSnapshots > 0));
    map.put("devicesViolatedAfterOutages", count(of, d -> d.outageViolatedSnapshots > 0));
    List<OutageTotal> all = List.of(outages);
    map.put("outages", all.size());
    map.put("outagesHeavy", count(all, o -> o.heavySnapshots > 0));
    map.put("outagesViolated", count(all, o -> o.violatedSnapshots > 0));
    return map;
  }

  private static <T> long count(List<T> list, Predicate<T> wanted) {
    return list.stream().filter(wanted).count();
  }

  /** The most severe outages, most severe first. */
  List<Worst> worst() {
    trim();
    return Collections.unmodifiableList(worst);
  }

  /** The loading duration: the worst loading of every outage, falling, at most this many points. */
  double[] loadingDuration(int pointsMax) {
    double[] sorted = Arrays.copyOf(loadings, loadingCount);
    Arrays.sort(sorted);
    int points = Math.min(pointsMax, loadingCount);
    double[] duration = new double[points];
    for (int p = 0; p < points; p++) {
      int rank = (int) ((long) p * (loadingCount - 1) / Math.max(1, points - 1));
      duration[p] = sorted[loadingCount - 1 - rank];
    }
    return duration;
  }

  /** Share of all outages of which there is a loading. */
  double loadedShare() {
    return loadingCount / (double) Math.max(1, Arrays.stream(counts()).sum());
  }
}
