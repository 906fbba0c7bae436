package org.gridclear.security.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.gridclear.network.Branch;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;
import org.gridclear.network.NetworkIndex;
import org.gridclear.network.OperatingPoint;
import org.gridclear.security.input.Outage;
import org.gridclear.security.input.ScreeningOptions;
import org.gridclear.security.input.ScreeningOptions.Method;
import org.gridclear.security.input.ScreeningOptions.Rows;
import org.gridclear.security.powerflow.NetworkStructure;
import org.gridclear.security.result.Loading;
import org.gridclear.security.result.OutageResult;
import org.gridclear.security.result.OutageStatus;
import org.gridclear.security.result.ScreeningBlock;
import org.gridclear.synthetic.SyntheticGrids;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is in scope and what of it is listed: all figures of an outage follow from the flows and
 * voltages of every device after it, by the definitions of each figure.
 */
// Rows: H-03, H-07
class WatchedDevicesTest {
  private static final double HEAVY = 0.8;
  private static final double WORSENED = 0.01;
  private static final double VOLTAGE_WORSENED_PU = 0.001;

  private static ScreeningModel model(
      Network network,
      OperatingPoint point,
      List<Outage> outages,
      ScreeningOptions options,
      boolean... watched) {
    boolean[] scope = watched.length == 0 ? null : watched;
    return new ScreeningModel(NetworkStructure.of(network), point, outages, options, scope);
  }

  private static ScreeningBlock screen(ScreeningModel model, int outages) {
    return ScreeningKernel.screen(model, 0, outages, () -> false);
  }

  /** Two lines that carry 100 MW together, and a flowgate of the second of them. */
  private static Network gated(double limitMw) {
    List<Flowgate.Term> terms = List.of(new Flowgate.Term("p2", -1));
    return Grids.twoLinesAndASpur(70)
        .withFlowgates(List.of(new Flowgate("gate", terms, 500, limitMw)));
  }

  private static OutageResult afterP1(ScreeningModel model) {
    return screen(model, 1).results().get(0);
  }

  /** 100 MW over 70, and 100 over 60 besides where the gate is watched. */
  @ParameterizedTest
  @CsvSource({"true, 70", "false, 30"})
  void aFlowgateAddsItsExcessWhereItIsInScope(boolean inScope, double excessMw) {
    Network network = gated(60);
    List<Outage> outages = ScreeningCases.branches(network);
    ScreeningOptions options = ScreeningCases.options(Method.DC, false, Rows.ALL);
    boolean[] watched = {true, true, true, inScope, true, true, true};
    ScreeningModel model = model(network, OperatingPoint.of(network), outages, options, watched);
    OutageResult result = afterP1(model);
    assertEquals(excessMw, result.excessMw(), 1e-9);
    assertEquals(inScope ? 2 : 1, result.violations());
    assertEquals(inScope ? 3 : 1, result.worstDevice());
    long listed = screen(model, 1).loadings().stream().filter(each -> each.device() == 3).count();
    assertEquals(inScope ? 1 : 0, listed);
    long ofBase = model.base().loadings().stream().filter(each -> each.device() == 3).count();
    assertEquals(inScope ? 1 : 0, ofBase);
  }

  /** The flow goes against the gate, where nothing limits it in this period. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void aFlowgateWithoutALimitTheWayOfItsFlowAddsNothing(Method method) {
    Network network = gated(60);
    OperatingPoint free =
        OperatingPoint.of(network)
            .withGateLimits(new double[] {60}, new double[] {Double.POSITIVE_INFINITY});
    ScreeningOptions options = ScreeningCases.options(method, false, Rows.ALL);
    List<Outage> outages = ScreeningCases.branches(network);
    OutageResult result = afterP1(model(network, free, outages, options));
    Network without = network.withFlowgates(List.of());
    OutageResult none = afterP1(model(without, OperatingPoint.of(without), outages, options));
    assertEquals(none.excessMw(), result.excessMw(), 0);
    assertEquals(none.worstLoading(), result.worstLoading(), 0);
    assertEquals(none.severity(), result.severity(), 0);
  }

  /** A limit of nothing in a period is exceeded by any flow, by all of it. */
  @ParameterizedTest
  @EnumSource(Method.class)
  void aFlowgateThatMayCarryNothingIsExceededByAllThatItCarries(Method method) {
    Network network = gated(60);
    OperatingPoint shut =
        OperatingPoint.of(network).withGateLimits(new double[] {0}, new double[] {0});
    ScreeningOptions options = ScreeningCases.options(method, false, Rows.ALL);
    List<Outage> outages = ScreeningCases.branches(network);
    List<Loading> loadings = screen(model(network, shut, outages, options), 1).loadings();
    Loading gate = loadings.stream().filter(each -> each.device() == 3).findAny().orElseThrow();
    assertEquals(Loading.Kind.WORSENED, gate.kind());
    assertEquals(-100, gate.after(), method == Method.DC ? 1e-9 : 4);
    assertEquals(-gate.before(), -gate.after() / 2, method == Method.DC ? 1e-9 : 2);
  }

  /** A random network with ratings about its flows and flowgates of random branches. */
  private record Drawn(
      Network network, List<Outage> outages, boolean[] watched, OperatingPoint point) {
    static Drawn of(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Network network = SyntheticGrids.of(seed);
      List<Branch> branches = new ArrayList<>();
      for (Branch branch : network.branches()) {
        double mva = random.nextInt(6) == 0 ? 0 : 2 + random.nextInt(40);
        branches.add(branch.withRatings(new Branch.Ratings(mva, mva, mva)));
      }
      List<Flowgate> gates = new ArrayList<>();
      for (int g = 0; g < 4; g++) {
        List<Flowgate.Term> terms = new ArrayList<>();
        TreeSet<Integer> of = new TreeSet<>();
        for (int k = 0; k < 3; k++) {
          of.add(random.nextInt(branches.size()));
        }
        of.forEach(l -> terms.add(new Flowgate.Term(branches.get(l).id(), random.nextInt(3) - 1)));
        gates.add(new Flowgate("g" + g, terms, 5 + random.nextInt(40), 5 + random.nextInt(40)));
      }
      Network rated = network.withBranches(branches).withFlowgates(gates);
      NetworkIndex index = new NetworkIndex(rated);
      List<Outage> outages =
          SyntheticGrids.outages(rated, seed).stream().map(c -> Outage.of(c, index)).toList();
      boolean[] watched = new boolean[branches.size() + gates.size() + rated.buses().size()];
      for (int d = 0; d < watched.length; d++) {
        watched[d] = random.nextInt(3) > 0;
      }
      return new Drawn(rated, outages, watched, OperatingPoint.of(rated));
    }

    int firstBus() {
      return network.branches().size() + network.flowgates().size();
    }

    /** Limit of a device in the direction of a value, by the network's own data. */
    double limit(int device, double value) {
      if (device < network.branches().size()) {
        return network.branches().get(device).ratings().normalMva();
      }
      Flowgate gate = network.flowgates().get(device - network.branches().size());
      return value >= 0 ? gate.limitMw() : gate.reverseLimitMw();
    }

    double share(int device, double value) {
      return Math.abs(value) / limit(device, value);
    }

    /** How far a voltage lies outside the band of 0.9 to 1.1 p.u. of these networks. */
    double outPu(double magnitude, boolean low) {
      return low ? 0.9 - magnitude : magnitude - 1.1;
    }

    Loading.Kind kind(Loading each) {
      if (each.device() >= firstBus()) {
        boolean low = each.after() < 0.9;
        double out = outPu(each.after(), low);
        double before = outPu(each.before(), low);
        if (out <= 1e-9) {
          return Loading.Kind.LISTED;
        }
        return before <= 1e-9
            ? Loading.Kind.NEW
            : out >= before + VOLTAGE_WORSENED_PU ? Loading.Kind.WORSENED : Loading.Kind.LISTED;
      }
      double before = share(each.device(), each.before());
      double after = share(each.device(), each.after());
      boolean worse = after >= before + WORSENED;
      if (after > 1) {
        return before <= 1 ? Loading.Kind.NEW : worse ? Loading.Kind.WORSENED : Loading.Kind.LISTED;
      }
      return after >= HEAVY && worse ? Loading.Kind.HEAVY : Loading.Kind.LISTED;
    }

    /** Whether a loading is among the rows that are asked for. */
    boolean listed(Loading each, Rows rows) {
      boolean over = each.device() < firstBus() && share(each.device(), each.after()) > 1;
      boolean violation = each.violation();
      boolean heavy = each.kind() == Loading.Kind.HEAVY;
      return switch (rows) {
        case VIOLATIONS -> violation;
        case OVER -> violation || over;
        case OVER_AND_HEAVY -> violation || over || heavy;
        case HEAVY -> violation || heavy;
        case ALL -> true;
      };
    }

    /** The share of a limit that a device of the performance index counts with, 0 for none. */
    double counted(Loading each) {
      if (each.device() < firstBus()) {
        return share(each.device(), each.after());
      }
      return each.violation() ? Math.abs(each.after() - 1) / 0.1 : 0;
    }

    double excessMva(Loading each) {
      double over = Math.abs(each.after()) - limit(each.device(), each.after());
      return Math.max(0, over);
    }
  }

  @ParameterizedTest
  @CsvSource({"DC, 11", "DC, 12", "DC, 13", "AC, 11", "AC, 17"})
  void everyFigureFollowsFromTheFlowsOfWhatIsInScope(Method method, long seed) {
    Drawn drawn = Drawn.of(seed);
    ScreeningOptions options = ScreeningCases.options(method, false, Rows.ALL);
    int outages = drawn.outages.size();
    ScreeningBlock all = screen(model(drawn.network, drawn.point, drawn.outages, options), outages);
    assertTrue(all.loadings().stream().filter(Loading::violation).count() > 20);
    for (Loading each : all.loadings()) {
      assertEquals(drawn.kind(each), each.kind(), each.toString());
    }
    ScreeningBlock some =
        screen(model(drawn.network, drawn.point, drawn.outages, options, drawn.watched), outages);
    List<Loading> inScope =
        all.loadings().stream().filter(each -> drawn.watched[each.device()]).toList();
    assertSame(inScope, some.loadings(), "in scope");
    int checked = 0;
    for (OutageResult result : some.results()) {
      boolean solved =
          result.status() != OutageStatus.SKIPPED && result.status() != OutageStatus.DIVERGED;
      List<Loading> mine =
          inScope.stream().filter(l -> solved && l.outage() == result.outage()).toList();
      assertFigures(drawn, result, mine);
      checked += mine.size();
    }
    assertTrue(checked > 1000, checked + " loadings");
  }

  private static void assertFigures(Drawn drawn, OutageResult result, List<Loading> mine) {
    String text = result.toString();
    assertEquals(mine.stream().filter(Loading::violation).count(), result.violations(), text);
    double worst = mine.stream().mapToDouble(drawn::counted).max().orElse(0);
    assertEquals(worst, result.worstLoading(), 1e-9 * (1 + worst), text);
    double severity = mine.stream().mapToDouble(each -> Math.pow(drawn.counted(each), 8)).sum();
    assertEquals(severity, result.severity(), 1e-9 * (1 + severity), text);
    List<Loading> flows = mine.stream().filter(each -> each.device() < drawn.firstBus()).toList();
    double excess = flows.stream().mapToDouble(drawn::excessMva).sum();
    assertEquals(excess, result.excessMw(), 1e-7, text);
    double outPu =
        mine.stream()
            .filter(each -> each.device() >= drawn.firstBus() && each.violation())
            .mapToDouble(each -> drawn.outPu(each.after(), each.after() < 0.9))
            .sum();
    assertEquals(outPu, result.excessPu(), 1e-9, text);
  }

  /** Two lists have the same loadings, in whatever order. */
  private static void assertSame(List<Loading> expected, List<Loading> listed, String message) {
    Set<Loading> missing = new HashSet<>(expected);
    listed.forEach(missing::remove);
    Set<Loading> tooMany = new HashSet<>(listed);
    expected.forEach(tooMany::remove);
    assertEquals(Set.of(), missing, message + ": missing");
    assertEquals(Set.of(), tooMany, message + ": too many");
    assertEquals(expected.size(), listed.size(), message);
  }

  /** Whatever is listed, the figures of outages have the same bits. */
  @ParameterizedTest
  @CsvSource({"DC, 21", "AC, 23"})
  void whatIsListedFollowsFromAllAndChangesNoFigure(Method method, long seed) {
    Drawn drawn = Drawn.of(seed);
    int outages = drawn.outages.size();
    ScreeningOptions options = ScreeningCases.options(method, false, Rows.ALL);
    ScreeningBlock all = screen(model(drawn.network, drawn.point, drawn.outages, options), outages);
    for (Rows rows : Rows.values()) {
      ScreeningBlock listed =
          screen(model(drawn.network, drawn.point, drawn.outages, options.listing(rows)), outages);
      List<Loading> expected =
          all.loadings().stream().filter(each -> drawn.listed(each, rows)).toList();
      assertSame(expected, listed.loadings(), rows.name());
      assertEquals(all.results(), listed.results(), rows.name());
    }
  }

  /** Eight outages go side by side: what is in a block, and where it is cut, tells nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 8, 9, 16})
  void blocksOfAnySizeAreTheWhole(int size) {
    Drawn drawn = Drawn.of(24);
    ScreeningOptions options = ScreeningCases.options(Method.DC, false, Rows.OVER_AND_HEAVY);
    ScreeningModel model = model(drawn.network, drawn.point, drawn.outages, options, drawn.watched);
    ScreeningBlock whole = screen(model, drawn.outages.size());
    List<OutageResult> results = new ArrayList<>();
    List<Loading> loadings = new ArrayList<>();
    for (int from = 0; from < drawn.outages.size(); from += size) {
      int to = Math.min(drawn.outages.size(), from + size);
      ScreeningBlock block = ScreeningKernel.screen(model, from, to, () -> false);
      results.addAll(block.results());
      loadings.addAll(block.loadings());
    }
    assertEquals(whole.loadings(), loadings);
    List<OutageResult> inOrder = new ArrayList<>(whole.results());
    inOrder.sort(Comparator.comparingInt(OutageResult::outage));
    results.sort(Comparator.comparingInt(OutageResult::outage));
    assertEquals(texts(inOrder), texts(results));
    for (int o = 0; o < results.size(); o++) {
      double severity = inOrder.get(o).severity();
      assertEquals(severity, results.get(o).severity(), 1e-12 * severity);
    }
  }

  /** All but the performance index, whose terms are added in an order of the block. */
  private static List<String> texts(List<OutageResult> results) {
    return results.stream().map(r -> r.toString().replaceAll("severity=[^,]*", "")).toList();
  }
}
