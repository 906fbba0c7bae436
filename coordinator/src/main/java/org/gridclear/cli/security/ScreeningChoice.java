package org.gridclear.cli.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.check.CheckedNetwork;
import org.gridclear.clearing.input.ElementFilter;
import org.gridclear.cli.security.OptionValues.KvRange;
import org.gridclear.cli.security.OptionValues.KvReader;
import org.gridclear.network.Bus;
import org.gridclear.network.Network;
import org.gridclear.security.input.OutageScope;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.PowerFlowOptions.Start;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rating;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.input.ScreeningPlan;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.jspecify.annotations.Nullable;
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
      names = "--watch-kv",
      paramLabel = "MIN..MAX",
      converter = KvReader.class,
      description = "Check limits only within this range of nominal voltage.")
  private KvRange watchKv = KvRange.ALL;

  @Option(
      names = "--watch-zones",
      split = ",",
      paramLabel = "ZONE",
      description = "Check limits only in these zones.")
  private List<String> watchZones = List.of();

  @Option(
      names = "--q-limits",
      description = "Generators leave their voltage set point at a reactive limit (AC alone).")
  private boolean reactiveLimits;

  @Option(names = "--flat", description = "Begin the base case at a flat start (AC alone).")
  private boolean flat;

  @Option(
      names = "--slack",
      paramLabel = "WHO",
      defaultValue = "reference",
      description =
          "Who takes the base case's mismatch: reference, headroom, listed (default:"
              + " ${DEFAULT-VALUE}).")
  private Sharing slack;

  @Option(
      names = "--rating",
      defaultValue = "normal",
      description =
          "The limit of a branch: normal, short_term, emergency (default: ${DEFAULT-VALUE}).")
  private Rating rating;

  @Option(
      names = "--tolerance",
      paramLabel = "PU",
      defaultValue = "1e-5",
      converter = OptionValues.TolerancePu.class,
      description = "Greatest mismatch at any bus in p.u. (AC alone; default: ${DEFAULT-VALUE}).")
  private double tolerancePu;

  @Option(
      names = "--heavy",
      paramLabel = "SHARE",
      defaultValue = "0.8",
      converter = OptionValues.HeavyShare.class,
      description = "Loading from which a device is heavily loaded (default: ${DEFAULT-VALUE}).")
  private double heavyShare;

  @Option(
      names = "--flows",
      defaultValue = "heavy",
      description =
          "Rows of flows.csv: violations, over (also those that the outage does not worsen), heavy,"
              + " all (default: ${DEFAULT-VALUE}; all writes outages × branches rows).")
  private Rows rows;

  /**
   * The outages that are meant, and how they are screened.
   *
   * @param source what the network was read from
   * @throws InvalidInputException with every zone that the network does not have, of both options
   */
  ScreeningPlan plan(CheckedNetwork checked, OutageOptions which, String source) {
    Network network = checked.network();
    checkZones(network, which.zones());
    return new ScreeningPlan(
        which.over(options()),
        which.of(network, source),
        List.of(),
        watch(),
        List.of(),
        0,
        checked.points().size());
  }

  /** Watched devices; null for all. */
  boolean @Nullable [] watched(Network network) {
    checkZones(network, List.of());
    return OutageScope.watched(watch(), network);
  }

  private ElementFilter watch() {
    return watchKv.filter(List.of(), List.of(), watchZones);
  }

  private void checkZones(Network network, List<String> zones) {
    Set<String> known = new TreeSet<>(network.buses().stream().map(Bus::zone).toList());
    IssueLog log = new IssueLog("options");
    zones.forEach(zone -> log.reference("--zones", "zone", zone, known));
    watchZones.forEach(zone -> log.reference("--watch-zones", "zone", zone, known));
    log.throwIfErrors();
  }

  /** Whether AC was asked. */
  boolean ac() {
    return method.ac;
  }

  /**
   * The options as the kernel takes them, but for those that outages alone have.
   *
   * @throws IllegalArgumentException if one is given in DC that would change nothing there
   */
  ScreeningOptions options() {
    refuseOfAcAlone();
    return new ScreeningOptions(
        method.ac ? Method.AC : Method.DC,
        flat ? Start.FLAT : Start.FILE,
        reactiveLimits,
        slack,
        ScreeningOptions.DEFAULT.outageSharing(),
        rating,
        tolerancePu,
        heavyShare,
        ScreeningOptions.DEFAULT.worsenedShare(),
        ScreeningOptions.DEFAULT.severityExponent(),
        rows);
  }

  private void refuseOfAcAlone() {
    List<String> given = new ArrayList<>();
    if (reactiveLimits) {
      given.add("--q-limits");
    }
    if (flat) {
      given.add("--flat");
    }
    if (tolerancePu != ScreeningOptions.DEFAULT.tolerancePu()) {
      given.add("--tolerance");
    }
    if (!method.ac && !given.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: a DC power flow has no voltages and no iterations; add --ac, or leave it out."
              .formatted(String.join(", ", given)));
    }
  }
}
