package org.gridclear.report.security;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.run.Job;
import org.gridclear.security.input.Outage;
import org.gridclear.security.pair.CutOff;
import org.gridclear.security.pair.PairOverload;
import org.gridclear.security.pair.PairResult;
import org.gridclear.security.pair.PairScreening;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.Monitored;
import org.gridclear.table.CsvFile;

/**
 * All pairs of a screening's outages of single branches in DC (N-2), beside its own tables: {@code
 * pairs.csv} has the overloads that they bring, {@code islanding-pairs.csv} the pairs without flows
 * to speak of.
 */
public final class PairTables {
  private final Job.Screening job;

  /** By snapshot; nothing where the intact grid has no solution. */
  private final List<Optional<PairResult>> results = new ArrayList<>();

  private PairTables(Job.Screening job) {
    this.job = job;
  }

  /**
   * Screens the pairs on every snapshot.
   *
   * @throws IllegalArgumentException if no outage is one of a single branch
   */
  public static PairTables of(Job.Screening job) {
    NetworkStructure structure = NetworkStructure.of(job.network());
    NetworkIndex index = structure.index();
    int[] branches =
        job.scope().contingencies().stream()
            .mapToInt(contingency -> Outage.of(contingency, index).onlyBranch())
            .filter(l -> l >= 0)
            .distinct()
            .toArray();
    if (branches.length < 2) {
      throw new IllegalArgumentException(
          "--pairs: the scope has %d outages of single branches; give two or more, such as --scope"
                  .formatted(branches.length)
              + " branches.");
    }
    PairTables tables = new PairTables(job);
    for (OperatingPoint point : job.snapshots()) {
      tables.results.add(screened(job, structure, point, branches));
    }
    return tables;
  }

  private static Optional<PairResult> screened(
      Job.Screening job, NetworkStructure structure, OperatingPoint point, int[] branches) {
    try {
      boolean[] watched = job.scope().watched();
      return Optional.of(PairScreening.screen(structure, point, job.options(), watched, branches));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Whether somebody should look: a pair overloads something or has no solution. */
  public boolean needsAction() {
    return results.stream()
        .anyMatch(
            each ->
                each.map(r -> !r.overloads().isEmpty() || !r.unsolved().isEmpty()).orElse(true));
  }

  /** What is printed, a line a snapshot. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < results.size(); s++) {
      text.append("N-2 %s: ".formatted(job.snapshots().get(s).name()))
          .append(results.get(s).map(PairTables::text).orElse("the intact grid has no solution."))
          .append(System.lineSeparator());
    }
    if (!job.network().flowgates().isEmpty()) {
      text.append("N-2: flowgates are not checked after pairs.").append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String text(PairResult r) {
    return String.format(
        Locale.ROOT,
        "%d pairs of %d branches; %d screened, %d with a branch that cuts buses off alone, %d that"
            + " do together, %d without a solution; %d overloads, %d of them new",
        r.pairs(),
        r.outages(),
        r.screened(),
        r.bridgePairs(),
        r.cutPairs().size(),
        r.unsolved().size(),
        r.overloads().size(),
        r.overloads().stream().filter(PairOverload::isNew).count());
  }

  void write(Path folder) {
    try (CsvFile overloads =
            new CsvFile(
                folder.resolve("pairs.csv"),
                "snapshot",
                "outage",
                "secondOutage",
                "device",
                "kind",
                "limitMw",
                "loading",
                "loadingBefore");
        CsvFile islanding =
            new CsvFile(
                folder.resolve("islanding-pairs.csv"),
                "snapshot",
                "outage",
                "secondOutage",
                "kind",
                "lostBuses",
                "lostLoadMw")) {
      for (int s = 0; s < results.size(); s++) {
        OperatingPoint point = job.snapshots().get(s);
        results.get(s).ifPresent(result -> write(result, point, overloads, islanding));
      }
    }
  }

  private void write(PairResult result, OperatingPoint point, CsvFile overloads, CsvFile others) {
    result.overloads().forEach(o -> overload(overloads, point, o));
    result.bridges().forEach(cut -> cut(others, point, "ALONE", cut));
    result.cutPairs().forEach(cut -> cut(others, point, "TOGETHER", cut));
    for (int[] pair : result.unsolved()) {
      others.row(point.name(), id(pair[0]), id(pair[1]), "NO_SOLUTION", null, null);
    }
  }

  private void overload(CsvFile file, OperatingPoint point, PairOverload o) {
    file.row(
        point.name(),
        id(o.first()),
        id(o.second()),
        id(o.branch()),
        o.isNew() ? "NEW" : "WORSENED",
        Monitored.limitMva(job.network(), point, job.options().rating(), o.branch()),
        o.loading(),
        o.worstBefore());
  }

  private void cut(CsvFile file, OperatingPoint point, String kind, CutOff cut) {
    double load = cut.loadPu() * job.network().baseMva();
    String second = cut.second() < 0 ? "" : id(cut.second());
    file.row(point.name(), id(cut.first()), second, kind, cut.buses(), load);
  }

  private String id(int branch) {
    return job.network().branches().get(branch).id();
  }
}
