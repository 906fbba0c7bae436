package org.gridclear.cli.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.cli.security.OptionValues.Kinds;
import org.gridclear.cli.security.OptionValues.KindsReader;
import org.gridclear.cli.security.OptionValues.KvRange;
import org.gridclear.cli.security.OptionValues.KvReader;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.security.input.OutageChoice;
import org.gridclear.security.input.OutageScope;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which outages are screened and what they do, as options of a command. */
final class OutageOptions {
  @Option(
      names = "--scope",
      split = ",",
      paramLabel = "KIND",
      converter = KindsReader.class,
      description =
          "Devices that fail one by one: branches, lines, transformers, generators, buses, hvdc,"
              + " all, or none for the base case alone (default: branches).")
  private List<Kinds> kinds = List.of();

  @Option(
      names = "--kv",
      paramLabel = "MIN..MAX",
      converter = KvReader.class,
      description = "Outages only within this range of nominal voltage, such as 220..500.")
  private KvRange kv = KvRange.ALL;

  @Option(
      names = "--zones",
      split = ",",
      paramLabel = "ZONE",
      description = "Outages only in these zones.")
  private List<String> zones = List.of();

  @Option(
      names = "--sharing",
      paramLabel = "WHO",
      defaultValue = "headroom",
      description =
          "Who takes what an outage loses: headroom, listed, reference (default:"
              + " ${DEFAULT-VALUE}).")
  private Sharing sharing;

  @Option(
      names = "--worsened",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      converter = OptionValues.Share.class,
      description =
          "Rise, as a share of the limit, that makes a base violation worse (default:"
              + " ${DEFAULT-VALUE}).")
  private double worsenedShare;

  /** Zones of the outages; none for all. */
  List<String> zones() {
    return zones;
  }

  /** Options of a screening with those of its outages. */
  ScreeningOptions over(ScreeningOptions options) {
    return options.ofOutages(sharing, worsenedShare);
  }

  /** Whether the base case alone is asked for. */
  private boolean noOutage() {
    return !kinds.isEmpty() && kinds.stream().allMatch(each -> each.kinds().isEmpty());
  }

  /**
   * The outages that are meant.
   *
   * @param listed outages of a list; null where none was given
   */
  List<Contingency> of(Network network, @Nullable List<Contingency> listed) {
    if (!noOutage() && kinds.stream().anyMatch(each -> each.kinds().isEmpty())) {
      throw new IllegalArgumentException("--scope none stands alone: it asks for no outage.");
    }
    Set<OutageScope.Kind> chosen = EnumSet.noneOf(OutageScope.Kind.class);
    kinds.forEach(each -> chosen.addAll(each.kinds()));
    OutageScope scope =
        new OutageScope(
            kinds.isEmpty() ? OutageScope.BRANCHES.kinds() : chosen,
            kv.least(),
            kv.greatest(),
            Set.copyOf(zones));
    return new OutageChoice(listed, !kinds.isEmpty(), scope).of(network);
  }
}
