package org.gridclear.report.security;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.check.UnservedLoad;
import org.gridclear.run.CaseResult;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.result.Monitored;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.table.Figures;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;
import org.gridclear.work.BlockSummary;
import org.gridclear.work.Hashes;

/**
 * The figures of a screening.
 *
 * @param map as in {@code summary.json} (docs/formats.md)
 * @param counts outages by status, an outage under every status that applies
 * @param idle skipped outages of equipment that is out of service anyway
 * @param remarks what must be said of base cases
 */
public record ScreeningSummary(
    Map<String, Object> map, int[] counts, int idle, List<String> remarks) {
  private static final double BYTES_PER_MB = 1 << 20;
  private static final int PRINTED_MAX = 10;
  private static final Pattern PART = Pattern.compile("(.*) (\\d+)\\.\\.(\\d+)");

  static ScreeningSummary of(
      Job.Screening job, List<Monitored.Device> devices, ScreeningTotals totals, RunResult result) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("run", result.status().runId());
    map.put("state", result.status().state());
    map.put("network", job.network().name());
    map.put("method", job.options().method());
    UnservedLoad unserved = UnservedLoad.of(job.network(), job.snapshots());
    map.put("alarms", unserved.alarms(job.snapshots().size() > 1));
    map.put("unservedMw", unserved.mostMw());
    map.put("snapshots", job.snapshots().size());
    map.put("outages", (long) job.scope().contingencies().size() * job.snapshots().size());
    map.put("counts", counts(totals.counts()));
    map.put("islandedAndViolated", totals.islandedAndViolated());
    List<Map<String, Object>> worst = new ArrayList<>();
    totals.worst().forEach(w -> worst.add(worst(job, devices, w)));
    map.put("worst", worst);
    map.put("baseViolations", totals.snapshots().stream().mapToInt(s -> s.baseViolations()).sum());
    map.put("baseHeavy", totals.snapshots().stream().mapToInt(s -> s.baseHeavy()).sum());
    map.put("overview", totals.overview());
    times(map, result);
    boolean computed =
        result.cases().stream().anyMatch(cell -> cell.receipt().summary() instanceof BlockSummary);
    map.put("unlimited", computed ? unlimited(job, map) : NOTHING_CHECKED);
    map.put("nodes", result.status().nodes());
    map.put("lostNodes", result.status().lostNodes());
    map.put("outcomeHash", hash(result));
    map.put("options", job.options());
    List<String> warnings = new ArrayList<>(Issue.lines(job.remarks(), Severity.WARNING));
    warnings.addAll(totals.remarks());
    map.put("warnings", warnings);
    map.put("outOfService", totals.idle());
    map.put("notices", Issue.lines(job.remarks(), Severity.NOTICE));
    return new ScreeningSummary(map, totals.counts(), totals.idle(), totals.remarks());
  }

  private static void times(Map<String, Object> map, RunResult result) {
    double setUp = 0;
    double screen = 0;
    double cpu = 0;
    int monitored = 0;
    long first = Long.MAX_VALUE;
    long last = 0;
    for (CaseResult cell : result.cases()) {
      if (cell.receipt().summary() instanceof BlockSummary block) {
        setUp += block.setUpSeconds();
        screen += block.screenSeconds();
        monitored = Math.max(monitored, block.base().monitored());
        first = Math.min(first, cell.receipt().startedAtMillis());
        last =
            Math.max(
                last, cell.receipt().startedAtMillis() + (long) (1e3 * cell.receipt().seconds()));
      }
      cpu += cell.receipt().cpuSeconds();
    }
    map.put("monitoredBranches", monitored);
    map.put("setUpSeconds", setUp);
    map.put("screenSeconds", Math.max(0, wall(result, first, last, setUp, screen)));
    map.put("screenThreadSeconds", screen);
    map.put("cpuSeconds", cpu);
    map.put("runSeconds", result.status().seconds());
    map.put("peakMb", peakMb());
  }

  /** Wall time of the outages: from the first range to the last, without the base cases. */
  private static double wall(RunResult result, long first, long last, double setUp, double screen) {
    boolean fresh = result.cases().stream().anyMatch(cell -> cell.attempts() > 0);
    double span = fresh && last > first ? (last - first) / 1e3 : screen;
    if (result.cases().size() == 1) {
      return screen;
    }
    int snapshots = ((Job.Screening) result.job()).snapshots().size();
    return snapshots == 1 ? Math.min(screen, span - setUp) : span;
  }

  private static double peakMb() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      bytes += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return Math.round(bytes / BYTES_PER_MB);
  }

  private static Map<String, Object> counts(int[] counts) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (OutageStatus status : OutageStatus.values()) {
      map.put(status.name().toLowerCase(Locale.ROOT), counts[status.ordinal()]);
    }
    return map;
  }

  private static Map<String, Object> worst(
      Job.Screening job, List<Monitored.Device> devices, ScreeningTotals.Worst worst) {
    OutageResult r = worst.result();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("snapshot", worst.snapshot());
    map.put("outage", ScreeningWords.id(job, r.outage()));
    map.put("status", r.status());
    map.put("violations", r.violations());
    map.put("worstDevice", r.worstDevice() < 0 ? "" : devices.get(r.worstDevice()).id());
    map.put("worstLoading", r.worstLoading());
    map.put("excessMw", r.excessMw());
    map.put("excessPu", r.excessPu());
    map.put("severity", r.severity());
    map.put("lostLoadMw", r.lostLoadMw());
    map.put("lostGenerationMw", r.lostGenerationMw());
    map.put("missingMw", r.missingMw());
    map.put("reason", r.text());
    return map;
  }

  /** Equal results, equal hash, whichever nodes they came from. */
  private static String hash(RunResult result) {
    Hashes hashes = new Hashes();
    for (CaseResult cell : result.cases()) {
      hashes.add(
          cell.receipt().summary() instanceof BlockSummary block
              ? block.outcomeHash()
              : cell.receipt().why().reason().name());
    }
    return hashes.hex();
  }

  /** A figure that every summary has. */
  private Object value(String name) {
    return value(map, name);
  }

  private static Object value(Map<?, ?> of, String name) {
    return Objects.requireNonNull(of.get(name));
  }

  /** The bytes of {@code summary.json}. */
  byte[] json() {
    return Figures.bytes(map);
  }

  private static final String NOTHING_CHECKED =
      "Nothing was checked: no base case could be computed, and without it no outage.";

  /** What is not checked for want of limits, in one sentence; "" if flows are. */
  private static String unlimited(Job.Screening job, Map<String, Object> map) {
    if ((int) Objects.requireNonNull(map.get("monitoredBranches")) > 0) {
      return "";
    }
    String flows =
        "No branch has a rating (%s) or none is watched, so no flow of a branch is checked"
            .formatted(job.options().rating().name().toLowerCase(Locale.ROOT));
    return job.options().method() == Method.AC
        ? flows + "; voltages are."
        : flows + ", and DC has no voltages.";
  }

  /** Number of outages that should have a result and have none. */
  public int unsolved() {
    int skipped = counts[OutageStatus.SKIPPED.ordinal()] - idle;
    return counts[OutageStatus.DIVERGED.ordinal()] + skipped;
  }

  /**
   * Whether somebody must act (docs/security.md): a base case or an outage violates limits, lacks
   * power, has no solution or was not computed, or load has no source. Buses that an outage cuts
   * off alone do not ask for it, nor does equipment that is out of service.
   */
  public boolean needsAction() {
    return unsolved() > 0
        || !alarms().isEmpty()
        || counts[OutageStatus.VIOLATED.ordinal()] > 0
        || counts[OutageStatus.UNBALANCED.ordinal()] > 0
        || (int) value("baseViolations") > 0;
  }

  /** What somebody must know before the figures are used, such as load without a source. */
  public List<String> alarms() {
    return ((List<?>) value("alarms")).stream().map(String::valueOf).toList();
  }

  /** The counts by status in one line. */
  public String countsLine() {
    StringBuilder line = new StringBuilder();
    for (OutageStatus status : OutageStatus.values()) {
      line.append(status.name().toLowerCase(Locale.ROOT)).append(' ');
      line.append(counts[status.ordinal()]);
      if (status == OutageStatus.ISLANDED && (int) value("islandedAndViolated") > 0) {
        line.append(" (").append(map.get("islandedAndViolated")).append(" of them violated)");
      }
      line.append(status == OutageStatus.SKIPPED ? "" : ", ");
    }
    return line.toString();
  }

  /** What is printed on the terminal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    alarms().forEach(alarm -> text.append(alarm).append(System.lineSeparator()));
    text.append(
        "%s %s: %s outages on %s snapshot(s), %s monitored branches%n"
            .formatted(
                map.get("network"),
                map.get("method"),
                map.get("outages"),
                map.get("snapshots"),
                map.get("monitoredBranches")));
    if (!value("unlimited").equals("")) {
      text.append(map.get("unlimited")).append(System.lineSeparator());
    }
    remarks.forEach(remark -> text.append(remark).append(System.lineSeparator()));
    text.append("%s; base violations %s%n".formatted(countsLine(), map.get("baseViolations")));
    Map<?, ?> overview = (Map<?, ?>) value("overview");
    text.append(
        ("periods: %s of %s heavy, %s violated, %s violated after outages%n"
                + "devices: %s heavy, %s violated, %s violated after outages%n")
            .formatted(
                overview.get("periodsHeavy"),
                overview.get("periods"),
                overview.get("periodsViolated"),
                overview.get("periodsViolatedAfterOutages"),
                overview.get("devicesHeavy"),
                overview.get("devicesViolated"),
                overview.get("devicesViolatedAfterOutages")));
    text.append(
        "set-up %s s, screen %s s wall, %s s CPU in all, heap peak %s MB%n"
            .formatted(
                number("%.3f", value("setUpSeconds")),
                number("%.3f", value("screenSeconds")),
                number("%.3f", value("cpuSeconds")),
                number("%.0f", value("peakMb"))));
    List<?> worst = (List<?>) value("worst");
    text.append(row("snapshot", "outage", "status", "violations", "missing MW", "excess MW"));
    text.append("%10s %10s  %s%n".formatted("excess pu", "loading", "worst device"));
    for (Object entry : worst.subList(0, Math.min(PRINTED_MAX, worst.size()))) {
      Map<?, ?> w = (Map<?, ?>) entry;
      text.append(
          row(
              value(w, "snapshot"),
              value(w, "outage"),
              value(w, "status"),
              value(w, "violations"),
              number("%.2f", value(w, "missingMw")),
              number("%.2f", value(w, "excessMw"))));
      text.append(
          "%10s %10s  %s%n"
              .formatted(
                  number("%.4f", value(w, "excessPu")),
                  number("%.3f", value(w, "worstLoading")),
                  w.get("worstDevice")));
    }
    return text.toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-10s %-14s %-10s %10s %10s %12s ", cells);
  }

  private static String number(String format, Object value) {
    return String.format(Locale.ROOT, format, ((Number) value).doubleValue());
  }

  /** The first parts of a screening that were not computed, a line each with the reason. */
  public static List<String> failures(RunResult result) {
    return result.cases().stream()
        .filter(cell -> !cell.solved())
        .limit(PRINTED_MAX)
        .map(
            cell ->
                "%s failed: %s %s"
                    .formatted(
                        outages(cell.name()),
                        cell.receipt().why().reason(),
                        cell.receipt().why().text()))
        .toList();
  }

  /** A part such as {@code base 0..3} in words: its snapshot, and outages counted from 1. */
  private static String outages(String part) {
    Matcher matcher = PART.matcher(part);
    return matcher.matches()
        ? "snapshot %s, outages %d to %s"
            .formatted(matcher.group(1), Integer.parseInt(matcher.group(2)) + 1, matcher.group(3))
        : part;
  }
}
