package org.gridclear.cli.security;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridclear.cli.option.StandardStreams;
import org.gridclear.cli.security.OptionValues.Kinds;
import org.gridclear.cli.security.OptionValues.KindsReader;
import org.gridclear.cli.security.OptionValues.KvRange;
import org.gridclear.cli.security.OptionValues.KvReader;
import org.gridclear.io.ContingencyReader;
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

  @Option(
      names = "--contingencies",
      paramLabel = "FILE",
      description =
          "Outages to screen: MATPOWER contab (.m), .json or .csv (docs/formats.md); - for standard"
              + " input.")
  private @Nullable Path contingencies;

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
   * @param source what the network was read from
   */
  List<Contingency> of(Network network, String source) {
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
    return new OutageChoice(listed(network, source), !kinds.isEmpty(), scope).of(network);
  }

  private @Nullable List<Contingency> listed(Network network, String source) {
    if (contingencies == null) {
      return null;
    }
    if (!StandardStreams.meant(contingencies)) {
      return ContingencyReader.read(contingencies, network);
    }
    if (source.equals(StandardStreams.DASH)) {
      throw new IllegalArgumentException(
          "Standard input is the network already; give --contingencies as a file.");
    }
    return ContingencyReader.readText(StandardStreams.text(), "stdin", network);
  }
}
