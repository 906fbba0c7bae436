package org.gridclear.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.network.Network;
import org.gridclear.scenario.OutageScope;
import org.gridclear.scenario.resolved.PowerFlowOptions.Sharing;
import org.gridclear.scenario.resolved.PowerFlowOptions.Start;
import org.gridclear.scenario.resolved.ScreeningOptions;
import org.gridclear.scenario.resolved.ScreeningOptions.Method;
import org.gridclear.scenario.resolved.ScreeningOptions.Rating;
import org.gridclear.scenario.resolved.ScreeningOptions.Rows;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is screened and how, as options of a command. */
final class ScreeningChoice {
  @ArgGroup private MethodChoice method = new MethodChoice();

  /** One of the two methods. */
  static final class MethodChoice {
    @Option(names = "--dc", description = "DC power flow (the default).")
    private boolean dc;

    @Option(names = "--ac", description = "AC power flow.")
    private boolean ac;
  }

  @Option(
      names = "--scope",
      split = ",",
      paramLabel = "KIND",
      description =
          "Devices that fail one by one: branches, lines, transformers, generators, buses, hvdc, all (default: branches).")
  private List<String> kinds = List.of();

  @Option(
      names = "--kv",
      paramLabel = "MIN..MAX",
      description = "Outages only within this range of nominal voltage, such as 220..500.")
  private String kv = "";

  @Option(
      names = "--zones",
      split = ",",
      paramLabel = "ZONE",
      description = "Outages only in these zones.")
  private List<String> zones = List.of();

  @Option(
      names = "--watch-kv",
      paramLabel = "MIN..MAX",
      description = "Check limits only within this range of nominal voltage.")
  private String watchKv = "";

  @Option(
      names = "--watch-zones",
      split = ",",
      paramLabel = "ZONE",
      description = "Check limits only in these zones.")
  private List<String> watchZones = List.of();

  @Option(
      names = "--q-limits",
      description = "Generators leave their voltage set point at a reactive limit (AC).")
  private boolean reactiveLimits;

  @Option(names = "--flat", description = "Begin the base case at a flat start (AC).")
  private boolean flat;

  @Option(
      names = "--slack",
      paramLabel = "WHO",
      defaultValue = "reference",
      description =
          "Who takes the base case's mismatch: reference, headroom, listed (default: ${DEFAULT-VALUE}).")
  private Sharing slack;

  @Option(
      names = "--sharing",
      paramLabel = "WHO",
      defaultValue = "headroom",
      description =
          "Who takes what an outage loses: headroom, listed, reference (default: ${DEFAULT-VALUE}).")
  private Sharing sharing;

  @Option(
      names = "--rating",
      defaultValue = "normal",
      description =
          "Limit after an outage: normal, short_term, emergency (default: ${DEFAULT-VALUE}).")
  private Rating rating;

  @Option(
      names = "--tolerance",
      paramLabel = "PU",
      defaultValue = "1e-5",
      description = "Greatest mismatch at any bus in p.u. (AC; default: ${DEFAULT-VALUE}).")
  private double tolerancePu;

  @Option(
      names = "--heavy",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      description = "Loading from which a device is heavily loaded (default: ${DEFAULT-VALUE}).")
  private double heavyShare;

  @Option(
      names = "--worsened",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description =
          "Rise, as a share of the limit, that makes a base violation worse (default: ${DEFAULT-VALUE}).")
  private double worsenedShare;

  @Option(
      names = "--flows",
      defaultValue = "heavy",
      description =
          "Rows of flows.csv: violations, heavy, all (default: ${DEFAULT-VALUE}; all writes outages × branches rows).")
  private Rows rows;

  boolean scopeGiven() {
    return !kinds.isEmpty();
  }

  OutageScope scope() {
    Set<OutageScope.Kind> chosen = EnumSet.noneOf(OutageScope.Kind.class);
    for (String kind : kinds.isEmpty() ? List.of("branches") : kinds) {
      Set<OutageScope.Kind> meant = OutageScope.kinds(kind);
      if (meant.isEmpty()) {
        throw new IllegalArgumentException(
            "The --scope (%s) must be of branches, lines, transformers, generators, buses, hvdc, all."
                .formatted(kind));
      }
      chosen.addAll(meant);
    }
    double[] range = range("--kv", kv);
    return new OutageScope(chosen, range[0], range[1], Set.copyOf(zones));
  }

  /** Watched devices; null for all. */
  boolean[] watched(Network network) {
    if (watchKv.isEmpty() && watchZones.isEmpty()) {
      return null;
    }
    double[] range = range("--watch-kv", watchKv);
    return new OutageScope(OutageScope.BRANCHES.kinds(), range[0], range[1], Set.copyOf(watchZones))
        .watched(network);
  }

  private static double[] range(String option, String text) {
    if (text.isEmpty()) {
      return new double[] {0, Double.POSITIVE_INFINITY};
    }
    String[] ends = text.split("\\.\\.", -1);
    try {
      double least = Double.parseDouble(ends[0]);
      double greatest = ends.length == 1 ? least : Double.parseDouble(ends[1]);
      return new double[] {least, greatest};
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The %s (%s) must be a voltage or a range such as 220..500.".formatted(option, text), e);
    }
  }

  boolean ac() {
    return method.ac;
  }

  ScreeningOptions options() {
    return new ScreeningOptions(
        method.ac ? Method.AC : Method.DC,
        flat ? Start.FLAT : Start.FILE,
        reactiveLimits,
        slack,
        sharing,
        rating,
        tolerancePu,
        heavyShare,
        worsenedShare,
        ScreeningOptions.DEFAULT.severityExponent(),
        rows);
  }
}
