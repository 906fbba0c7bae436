package org.gridclear.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridclear.bench.machine.ProcessClock;
import org.gridclear.clearing.audit.ClearingAuditor;
import org.gridclear.clearing.audit.Finding;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.ClearingOptions.SecurityRounds;
import org.gridclear.clearing.input.Market;
import org.gridclear.clearing.input.MarketRun;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.clearing.result.Prices;
import org.gridclear.clearing.result.SecurityReport;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.market.rule.HvdcSchedule;
import org.gridclear.network.Branch;
import org.gridclear.network.Bus;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.quantity.Horizon;
import org.gridclear.security.correction.SecureClearing;
import org.gridclear.solver.highs.HighsSolver;
import org.gridclear.synthetic.SyntheticMarket;
import org.gridclear.synthetic.SyntheticOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A day of a network with an interface, a DC line that the clearing decides, and outages of
 * branches, units and buses, cleared with rounds of the AC check; what it calls secure is solved
 * anew, outage by outage, by a program of its own.
 */
@Command(
    name = "secure",
    description = "A secure day with interface, DC line, outages of branches, units and buses.")
final class SecureBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NETWORK", description = "A network.")
  private String file;

  @Option(names = "--from", defaultValue = "1", description = "First hour of the day.")
  private int from;

  @Option(names = "--hours", defaultValue = "24", description = "Hours from it on.")
  private int hours;

  @Option(names = "--gap", defaultValue = "0.01", description = "Relative gap.")
  private double gap;

  @Option(names = "--rounds", defaultValue = "10", description = "Rounds of the AC check at most.")
  private int rounds;

  @Option(names = "--branches", defaultValue = "40", description = "Branch outages; 0 for all.")
  private int branches;

  @Option(names = "--units", defaultValue = "10", description = "Outages of the largest units.")
  private int units;

  @Option(names = "--buses", defaultValue = "10", description = "Outages of buses.")
  private int buses;

  @Option(names = "--losses", description = "The schedule covers marginal losses (default: not).")
  private boolean losses;

  @Option(names = "--anew", defaultValue = "0", description = "Hours solved again; 0 for all.")
  private int anew;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ClearingCase clearingCase = ClearingCase.of(day());
    MarketDay day = clearingCase.day();
    ContingencySet set = day.rules().contingencies();
    out.printf(
        "%s: %d buses, %d h, %d outages, interface of %d branches, DC line %s%n",
        file,
        day.network().buses().size(),
        hours,
        set.listed().size(),
        day.network().flowgates().get(0).terms().size(),
        day.network().hvdcLines().get(0).id());
    out.flush();
    long start = ProcessClock.threadCpuNanos();
    ClearingOutcome outcome =
        SecureClearing.clear(
            clearingCase,
            ClearingOptions.LOSSLESS
                .withGap(gap)
                .withLosses(losses)
                .withSecurity(new SecurityRounds(rounds, false)),
            ClearingContext.of(HighsSolver.find().orElseThrow()));
    double seconds = (ProcessClock.threadCpuNanos() - start) / 1e9;
    if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
      out.println(outcome);
      return 1;
    }
    ClearingResult result = cleared.result();
    report(out, result, seconds);
    List<Finding> findings = ClearingAuditor.audit(clearingCase, result);
    out.printf(
        "  audit: %d findings; components of %d prices add up to %.1e yuan/MWh%n",
        findings.size(),
        result.prices().lmpYuanPerMwh().length * day.periodCount(),
        residual(result));
    findings.stream().limit(10).forEach(finding -> out.println("    " + finding));
    int unnamed = new SolvedAgain(out).run(clearingCase, result, anew);
    out.printf("  in all %.1f s of CPU%n", (ProcessClock.threadCpuNanos() - start) / 1e9);
    return findings.isEmpty() && unnamed == 0 ? 0 : 1;
  }

  private static void report(PrintWriter out, ClearingResult result, double seconds) {
    SecurityReport security = Objects.requireNonNull(result.security());
    out.printf(
        "  %s, objective %,.0f, gap %.2f %%, %.1f s of CPU, %d cuts%n",
        security.secure() ? "SECURE" : "NOT secure",
        result.objectiveYuan(),
        100 * result.gap(),
        seconds,
        security.cuts().size());
    for (SecurityReport.Round r : security.rounds()) {
      out.printf(
          "  round %d: %,.0f, %d + %d flows over, worst %.1f %%, %d hours and %d outages unsolved,"
              + " %d cuts%n",
          r.number(),
          r.objectiveYuan(),
          r.baseViolations(),
          r.outageViolations(),
          100 * r.worstShare(),
          r.periodsDiverged(),
          r.outagesDiverged(),
          r.newCuts());
    }
    security.remaining().stream()
        .filter(v -> v.kind() != SecurityReport.Kind.VOLTAGE)
        .limit(20)
        .forEach(v -> out.println("    " + v));
    security.unsolved().stream().limit(20).forEach(u -> out.println("    " + u));
    out.flush();
  }

  /** The greatest distance of a price from the sum of its components. */
  private static double residual(ClearingResult result) {
    Prices prices = result.prices();
    double worst = 0;
    for (int b = 0; b < prices.lmpYuanPerMwh().length; b++) {
      for (int t = 0; t < prices.lmpYuanPerMwh()[b].length; t++) {
        double sum =
            prices.energyYuanPerMwh()[b][t]
                + prices.congestionYuanPerMwh()[b][t]
                + prices.lossYuanPerMwh()[b][t];
        worst = Math.max(worst, Math.abs(prices.lmpYuanPerMwh()[b][t] - sum));
      }
    }
    return worst;
  }

  private MarketDay day() {
    CaseFiles.Content content = CaseFiles.load(file, Path.of(""), Set.of()).content();
    if (!(content instanceof CaseFiles.Content.OnlyNetwork only)) {
      throw new IllegalArgumentException("Name a network without a market day.");
    }
    Network network = withInterface(withDcLine(only.network()));
    MarketDay whole =
        SyntheticMarket.complete(network, new Horizon(24, 60), SyntheticOptions.DEFAULT);
    MarketDay day =
        new MarketRun(Market.DA, from - 1, hours, 0, 0, MarketRun.FAST_START_HOURS).of(whole, null);
    List<HvdcSchedule> decided =
        day.rules().hvdcSchedules().stream().map(schedule -> schedule.switched(true)).toList();
    return day.withRules(
        day.rules()
            .withStates(day.rules().reservoirs(), decided)
            .withContingencies(new ContingencySet(false, outages(day))));
  }

  /** From the bus of the largest generator to that of the largest load. */
  private static Network withDcLine(Network network) {
    String from =
        network.generators().stream()
            .max(Comparator.comparingDouble(unit -> unit.pMaxMw()))
            .orElseThrow()
            .bus();
    String to =
        network.loads().stream()
            .filter(load -> !load.bus().equals(from))
            .max(Comparator.comparingDouble(load -> load.pMw()))
            .orElseThrow()
            .bus();
    double mw = 0.02 * network.loads().stream().mapToDouble(load -> load.pMw()).sum();
    return network.withHvdcLines(List.of(new HvdcLine("dc", from, to, 0, -mw, mw, 0, 0.02, true)));
  }

  /** The ties of the zone that has most of them, at half of what they could carry. */
  private static Network withInterface(Network network) {
    NetworkIndex index = new NetworkIndex(network);
    String zone =
        network.buses().stream()
            .map(Bus::zone)
            .distinct()
            .max(Comparator.comparingLong(each -> ties(network, index, each).count()))
            .orElseThrow();
    List<Flowgate.Term> terms =
        ties(network, index, zone)
            .map(
                branch ->
                    new Flowgate.Term(
                        branch.id(), in(network, index, branch.from(), zone) ? 1 : -1))
            .toList();
    double mw = 0.5 * ties(network, index, zone).mapToDouble(b -> b.ratings().normalMva()).sum();
    return terms.isEmpty()
        ? network.withFlowgates(
            List.of(
                new Flowgate(
                    "gate",
                    List.of(new Flowgate.Term(network.branches().get(0).id(), 1)),
                    1000,
                    1000)))
        : network.withFlowgates(List.of(new Flowgate("gate", terms, mw, mw)));
  }

  private static boolean in(Network network, NetworkIndex index, String bus, String zone) {
    return network.buses().get(index.bus(bus)).zone().equals(zone);
  }

  private static Stream<Branch> ties(Network network, NetworkIndex index, String zone) {
    return network.branches().stream()
        .filter(Branch::inService)
        .filter(branch -> branch.ratings().normalMva() > 0)
        .filter(
            branch ->
                in(network, index, branch.from(), zone) != in(network, index, branch.to(), zone));
  }

  private List<Contingency> outages(MarketDay day) {
    List<Contingency> list = new ArrayList<>();
    int count = day.network().branches().size();
    int step = branches > 0 ? Math.max(1, count / branches) : 1;
    IntStream.range(0, count)
        .filter(l -> l % step == 0)
        .mapToObj(l -> Contingency.ofBranch(day.network().branches().get(l).id()))
        .forEach(list::add);
    day.thermalUnits().stream()
        .sorted(Comparator.comparingDouble((ThermalUnit unit) -> -unit.pMaxMw().max()))
        .limit(units)
        .map(unit -> new Contingency("unit " + unit.id(), List.of(), List.of(unit.id()), List.of()))
        .forEach(list::add);
    int every = Math.max(1, day.network().buses().size() / Math.max(1, buses));
    HvdcLine dc = day.network().hvdcLines().get(0);
    IntStream.range(0, day.network().buses().size())
        .filter(b -> b % every == every / 2 && buses > 0)
        .mapToObj(b -> day.network().buses().get(b).id())
        .filter(id -> !id.equals(dc.from()) && !id.equals(dc.to()))
        .map(Contingency::ofBus)
        .forEach(list::add);
    return list;
  }
}
