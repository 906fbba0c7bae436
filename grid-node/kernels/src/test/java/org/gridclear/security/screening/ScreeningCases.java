package org.gridclear.security.screening;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.ScreeningBlock;

/** Networks and lists of outages for the tests of this package. */
final class ScreeningCases {
  private ScreeningCases() {}

  /** A built-in network or a file. */
  static Network network(String source) {
    var loaded = CaseFiles.load(source, Path.of(""), Set.of());
    return ((CaseFiles.Content.OnlyNetwork) loaded.content()).network();
  }

  /** The same network with a rating on every branch, so that every flow is listed. */
  static Network rated(Network network, double mva) {
    List<Branch> branches = new ArrayList<>();
    for (Branch branch : network.branches()) {
      branches.add(branch.withRatings(new Branch.Ratings(mva, mva, mva)));
    }
    return network.withBranches(branches);
  }

  static List<Outage> branches(Network network) {
    NetworkIndex index = new NetworkIndex(network);
    return network.branches().stream()
        .map(branch -> Outage.of(Contingency.ofBranch(branch.id()), index))
        .toList();
  }

  static List<Outage> generators(Network network) {
    NetworkIndex index = new NetworkIndex(network);
    return network.generators().stream()
        .map(unit -> Outage.of(Contingency.ofGenerator(unit.id()), index))
        .toList();
  }

  static List<Outage> buses(Network network) {
    NetworkIndex index = new NetworkIndex(network);
    return network.buses().stream()
        .map(bus -> Outage.of(Contingency.ofBus(bus.id()), index))
        .toList();
  }

  static ScreeningOptions options(Method method, boolean reactiveLimits, Rows rows) {
    ScreeningOptions d = ScreeningOptions.DEFAULT;
    return new ScreeningOptions(
        method,
        d.start(),
        reactiveLimits,
        d.baseSharing(),
        d.outageSharing(),
        d.rating(),
        1e-6,
        d.heavyShare(),
        d.worsenedShare(),
        d.severityExponent(),
        rows);
  }

  static ScreeningBlock screen(Network network, List<Outage> outages, ScreeningOptions options) {
    ScreeningModel model =
        new ScreeningModel(
            NetworkStructure.of(network), OperatingPoint.of(network), outages, options, null);
    return ScreeningKernel.screen(model, 0, outages.size(), () -> false);
  }
}
