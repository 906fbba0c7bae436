package org.gridclear.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.gridclear.io.CaseFiles;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.audit.ScreeningAudit;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.PowerFlowOptions.Sharing;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.synthetic.SyntheticGrids;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Seeded outages of every kind against a power flow from scratch of the network that is left
 * ({@link ScreeningAudit}): who lives, statuses, what is lost and missing, and every flow of every
 * branch, with every way to share the slack and what is lost, with and without reactive limits.
 */
@Command(
    name = "audit",
    description = {
      "Check screened outages against a full re-solve of the network that is left: branches,",
      "generators, buses, HVDC lines and several at once, every sharing, reactive limits."
    })
final class AuditBench implements Callable<Integer> {
  private static final double DC_PU = 1e-8;
  private static final double AC_PU = 1e-4;

  /** What the screening lets pass at a reactive limit, twice. */
  private static final double LIMIT_PU = 2e-4;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", arity = "0..*", description = "Network files.")
  private List<Path> files = List.of();

  @Option(
      names = "--outages",
      defaultValue = "300",
      description = "Outages of each network (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--random",
      paramLabel = "N",
      defaultValue = "0",
      description = "Random networks of 10 to 40 buses, every outage and as many of several.")
  private int networks;

  @Option(names = "--seed", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--slack",
      split = ",",
      defaultValue = "REFERENCE,HEADROOM,LISTED",
      description = "Who takes the base mismatch (default: ${DEFAULT-VALUE}).")
  private List<Sharing> slacks;

  @Option(
      names = "--sharing",
      split = ",",
      defaultValue = "HEADROOM,LISTED,REFERENCE",
      description = "Who takes what outages lose (default: ${DEFAULT-VALUE}).")
  private List<Sharing> sharings;

  @Option(
      names = "--mixed",
      description = "Each outage with one pair of slack and sharing in turn, not with every one.")
  private boolean mixed;

  /** Sums over networks. */
  private static final class Total {
    private int outages;
    private int islanded;
    private int unbalanced;
    private int diverged;
    private int differences;
    private int withoutBase;
    private double worstPu;
    private double limitPu;

    void add(ScreeningAudit audit) {
      outages += audit.outages();
      islanded += audit.islanded();
      unbalanced += audit.unbalanced();
      diverged += audit.diverged();
      differences += audit.differences().size();
      worstPu = Math.max(worstPu, audit.worstPu());
      limitPu = Math.max(limitPu, audit.limitExcessPu());
    }
  }

  @Override
  public Integer call() {
    boolean agreed = true;
    for (Path file : files) {
      Network network = CaseFiles.load(file.toString(), Path.of(""), Set.of()).network();
      agreed &= everyOption(network.name(), List.of(network));
    }
    if (networks > 0) {
      List<Network> random =
          LongStream.range(seed, seed + networks).mapToObj(SyntheticGrids::of).toList();
      agreed &= everyOption(networks + " random networks", random);
    }
    return agreed ? 0 : 1;
  }

  private boolean everyOption(String name, List<Network> group) {
    boolean agreed = true;
    List<Pair> pairs = new ArrayList<>();
    slacks.forEach(slack -> sharings.forEach(sharing -> pairs.add(new Pair(slack, sharing))));
    for (List<Pair> together : mixed ? List.of(pairs) : pairs.stream().map(List::of).toList()) {
      agreed &= check(name, group, Method.DC, false, together);
      agreed &= check(name, group, Method.AC, false, together);
      agreed &= check(name, group, Method.AC, true, together);
    }
    return agreed;
  }

  /** Who takes the base mismatch, and who what outages lose. */
  private record Pair(Sharing slack, Sharing sharing) {
    String words() {
      return "slack %s, sharing %s".formatted(slack, sharing).toLowerCase(Locale.ROOT);
    }
  }

  private static ScreeningOptions options(Method method, boolean reactiveLimits, Pair pair) {
    ScreeningOptions d = ScreeningOptions.DEFAULT;
    return new ScreeningOptions(
        method,
        d.start(),
        reactiveLimits,
        pair.slack(),
        pair.sharing(),
        d.rating(),
        1e-7,
        d.heavyShare(),
        d.worsenedShare(),
        d.severityExponent(),
        Rows.ALL);
  }

  /** Every single outage of a small network with as many of several; a sample of a large one. */
  private List<Outage> outages(Network network) {
    List<Contingency> all = SyntheticGrids.outages(network, seed);
    NetworkIndex index = new NetworkIndex(network);
    if (networks > 0 && files.isEmpty()) {
      return all.stream().map(c -> Outage.of(c, index)).toList();
    }
    List<Contingency> drawn = new ArrayList<>(all);
    Collections.shuffle(drawn, new Random(seed));
    return drawn.stream().limit(count).map(c -> Outage.of(c, index)).toList();
  }

  /** Outage {@code k} with pair {@code k} modulo their number. */
  private boolean check(
      String name, List<Network> group, Method method, boolean reactiveLimits, List<Pair> pairs) {
    Total total = new Total();
    for (Network network : group) {
      List<Outage> outages = outages(network);
      for (int p = 0; p < pairs.size(); p++) {
        List<Outage> part = new ArrayList<>();
        for (int k = p; k < outages.size(); k += pairs.size()) {
          part.add(outages.get(k));
        }
        audit(total, network, part, options(method, reactiveLimits, pairs.get(p)));
      }
    }
    String how = pairs.size() == 1 ? pairs.get(0).words() : pairs.size() + " sharings in turn";
    print(name, method + (reactiveLimits ? " with Q limits, " : ", ") + how, total, reactiveLimits);
    double asked = method == Method.DC ? DC_PU : AC_PU;
    return total.differences == 0 && total.worstPu <= asked && total.limitPu <= LIMIT_PU;
  }

  private void audit(Total total, Network network, List<Outage> outages, ScreeningOptions options) {
    try {
      ScreeningAudit audit =
          ScreeningAudit.of(network, OperatingPoint.of(network), outages, options);
      audit.differences().stream()
          .limit(3)
          .forEach(text -> spec.commandLine().getErr().println(network.name() + " " + text));
      total.add(audit);
    } catch (ArithmeticException e) {
      total.withoutBase++;
    }
  }

  private void print(String name, String how, Total total, boolean reactiveLimits) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        String.format(
            Locale.ROOT,
            "%-20s %s: %d outages (%d islanded, %d unbalanced, %d diverged), %d differ; flows agree"
                + " to %.2g pu%s%s",
            name,
            how,
            total.outages,
            total.islanded,
            total.unbalanced,
            total.diverged,
            total.differences,
            total.worstPu,
            reactiveLimits ? String.format(Locale.ROOT, ", limits to %.2g pu", total.limitPu) : "",
            total.withoutBase > 0 ? ", " + total.withoutBase + " without a base case" : ""));
    out.flush();
  }
}
