package org.gridclear.bench.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Network;
import org.gridclear.run.GridStore;
import org.gridclear.run.Job;
import org.gridclear.run.RunPlan;
import org.gridclear.security.input.OutageScope;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.settlement.close.SettlementInputs;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.study.StudyReader;
import org.gridclear.synthetic.SyntheticMonth;
import org.gridclear.synthetic.SyntheticSnapshots;
import org.gridclear.work.ScreeningScope;

/** The same kinds of job as users submit, in any number of units, from a seed. */
final class ScaleJobs {
  private static final int DAYS = 3;
  private static final long PROBE_STEPS = 50_000_000L;

  /** Network of a screening where none is named. */
  static final String NETWORK = "ieee300";

  /** Case of a study where none is named. */
  static final String CASE = "ieee57";

  /** Relative gap of a study where none is named. */
  static final double GAP = 0.0005;

  /**
   * What the jobs compute on.
   *
   * @param base file or name of the case of a study
   * @param gap relative gap of its cases
   * @param network file or name of the network of a screening
   */
  record Inputs(String base, double gap, String network) {}

  /** Where nothing is named. */
  static final Inputs DEFAULT = new Inputs(CASE, GAP, NETWORK);

  private ScaleJobs() {}

  /** Kinds of job. */
  enum Kind {
    CLEARING,
    SCREENING,
    CHARGING,
    PROBING
  }

  /**
   * A job with about so many units.
   *
   * @param store where settlement data are put before
   */
  static Job of(Kind kind, int units, long seed, Inputs inputs, GridStore store)
      throws IOException {
    return switch (kind) {
      case CLEARING -> clearing(units, seed, inputs);
      case SCREENING -> screening(units, seed, inputs.network());
      case CHARGING -> charging(units, seed, store);
      case PROBING -> new Job.Probing("scale " + seed, units, PROBE_STEPS);
    };
  }

  private static Job clearing(int units, long seed, Inputs inputs) {
    String text =
        """
        study: scale
        base: {case: "%s"}
        options: {gap: %s, losses: false}
        monteCarlo: [{name: draw, count: %d, seed: %d, loadDeviation: 0.02, renewableDeviation: 0.1}]
        """
            .formatted(inputs.base(), inputs.gap(), Math.max(1, units - 1), seed);
    return new Job.Clearing(StudyReader.read(text, "scale", Path.of(".")));
  }

  /** Snapshots of a day; each seed has other ratings, so that no run finds outcomes of another. */
  private static Job screening(int units, long seed, String name) {
    Network file = CaseFiles.load(name, Path.of("."), Set.of()).network();
    double mva = 300 + seed * 1e-3;
    Network network =
        file.withBranches(
            file.branches().stream()
                .map(branch -> branch.withRatings(new Branch.Ratings(mva, mva, mva)))
                .toList());
    return new Job.Screening(
        "scale",
        network,
        SyntheticSnapshots.ofDay(network, units),
        new ScreeningScope(OutageScope.BRANCHES.contingencies(network), null),
        ScreeningOptions.DEFAULT.with(Method.AC),
        List.of());
  }

  private static Job charging(int units, long seed, GridStore store) throws IOException {
    Path folder = Files.createTempDirectory("gridclear-scale-");
    SyntheticMonth.write(
        new SyntheticMonth.Options(
            YearMonth.of(2026, 10), units * RunPlan.ENTITIES_A_UNIT, DAYS, 10, seed, 0),
        folder);
    SettlementSource source = SettlementReader.open(folder);
    SettlementInputs inputs =
        SettlementInputs.load(source, store, SettlementInputs.Keeper.NOTHING, () -> {});
    return new Job.Charging(source.month(), inputs.priceHashes(), inputs.blockHashes());
  }

  /** Copies the inputs of charges from one grid to another. */
  static void copyInputs(Job.Charging job, GridStore from, GridStore to) {
    job.priceHashes().forEach(hash -> to.putData(hash, from.data(hash)));
    for (List<String> ofDay : job.blockHashes()) {
      to.putBlocks(from.findBlocks(ofDay));
    }
  }
}
