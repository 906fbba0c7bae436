package org.gridclear.casetable;

import static java.lang.Double.NaN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridclear.casetable.ConstraintRows.State;
import org.gridclear.casetable.ConstraintRows.Subject;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.ConstraintFamily;
import org.gridclear.clearing.model.ClearingGrid;
import org.gridclear.market.BranchLimit;
import org.gridclear.market.MarketDay;
import org.gridclear.market.Penalties;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.market.rule.SecurityCut;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Flowgate;
import org.gridclear.network.Network;
import org.jspecify.annotations.Nullable;

/** Flowgates, ratings of branches, outages to be survived, cuts of an AC check. */
final class NetworkConstraints {
  private final Network network;
  private final Optional<ClearingCase> clearing;
  private final ConstraintRows rows;
  private final boolean[][] inService;
  private final Map<String, BranchLimit> replaced = new HashMap<>();
  private final Map<String, FlowgateLimit> gatesOfDay;
  private final Penalties penalties;

  NetworkConstraints(ShownCase shown, ConstraintRows rows) {
    this.network = shown.network();
    this.clearing = shown.clearing();
    this.rows = rows;
    this.inService = switched(network, shown.day(), rows.periodCount());
    this.gatesOfDay = shown.flowgateLimits();
    this.penalties = shown.day().map(MarketDay::penalties).orElse(Penalties.DEFAULT);
    shown
        .day()
        .ifPresent(day -> day.branchLimits().forEach(limit -> replaced.put(limit.branch(), limit)));
  }

  /** Per period and branch whether it is switched in, planned outages included. */
  private static boolean[][] switched(Network network, Optional<MarketDay> day, int periods) {
    Map<String, Integer> numbers = new HashMap<>();
    boolean[] always = new boolean[network.branches().size()];
    for (int l = 0; l < always.length; l++) {
      always[l] = network.branches().get(l).inService();
      numbers.put(network.branches().get(l).id(), l);
    }
    boolean[][] on = new boolean[periods][];
    Arrays.setAll(on, t -> always.clone());
    day.ifPresent(
        of ->
            of.branchOutages()
                .forEach(
                    outage -> {
                      for (int t = outage.from(); t < Math.min(periods, outage.to()); t++) {
                        on[t][Objects.requireNonNull(numbers.get(outage.branch()))] = false;
                      }
                    }));
    return on;
  }

  void add() {
    network.flowgates().forEach(this::flowgate);
    for (int l = 0; l < network.branches().size(); l++) {
      rating(l);
    }
    clearing.filter(of -> !of.day().rules().contingencies().isEmpty()).ifPresent(this::outages);
    clearing.ifPresent(of -> of.day().rules().contingencies().cuts().forEach(this::cut));
  }

  private void flowgate(Flowgate gate) {
    List<String> terms = new ArrayList<>();
    gate.terms().forEach(term -> terms.add("%s × %s".formatted(term.weight(), term.branch())));
    FlowgateLimit limit = gatesOfDay.get(gate.id());
    String ofDay = limit == null ? "" : "; limits by period in place of its own";
    rows.add(
        Subject.of(
            ConstraintFamily.FLOWGATES,
            gate.id(),
            gate.id(),
            "MW",
            String.join(" + ", terms) + ofDay),
        t ->
            State.on(
                -FlowgateLimit.reverseMw(gate, limit, t),
                FlowgateLimit.forwardMw(gate, limit, t),
                penalties.flowgateYuanPerMwh()));
  }

  private void rating(int l) {
    Branch branch = network.branches().get(l);
    BranchLimit limit = replaced.get(branch.id());
    rows.add(
        Subject.of(
            ConstraintFamily.THERMAL,
            branch.id(),
            branch.id(),
            "MVA",
            "from %s to %s%s"
                .formatted(
                    branch.from(), branch.to(), limit == null ? "" : "; in place of its rating")),
        t -> {
          double mva = BranchLimit.normalMw(branch, limit, t);
          double byDefault = penalties.thermalYuanPerMwh();
          double penalty = limit == null ? byDefault : limit.penaltyYuanPerMwh(t, byDefault);
          return State.on(-mva, mva, penalty)
              .onlyIf(branch.inService(), "out of service")
              .onlyIf(inService[t][l], "planned outage")
              .onlyIf(Double.isFinite(mva), "no limit");
        });
  }

  private void outages(ClearingCase of) {
    // The outages are those of the day, whether their family is in effect or not.
    ClearingGrid grid =
        new ClearingGrid(new ClearingCase(of.name(), of.day(), of.market(), Set.of()));
    SplittingBranches splitting = new SplittingBranches(grid.index(), inService);
    Map<String, Contingency> listedById = new HashMap<>();
    of.day().rules().contingencies().listed().forEach(each -> listedById.put(each.id(), each));
    Set<String> withRows = new HashSet<>();
    for (int k = 0; k < grid.outages().size(); k++) {
      ClearingGrid.Contingent outage = grid.outages().get(k);
      int number = k;
      withRows.add(outage.id());
      outage(
          outage.id(),
          outage.lost() == null
              ? words(outage.branches()) + besides(listedById.get(outage.id()))
              : words(outage.lost()),
          t -> {
            if (outage.lost() == null && outage.branches().length == 1) {
              int l = outage.branches()[0];
              return !inService[t][l]
                  ? "branch out"
                  : splitting.splits(t, l) ? "splits the grid" : "";
            }
            return grid.response(number, t).isPresent() ? "" : "no row: splits the grid, or out";
          });
    }
    for (Contingency listed : of.day().rules().contingencies().listed()) {
      if (withRows.add(listed.id())) {
        outage(listed.id(), words(listed), t -> "in the AC check alone");
      }
    }
  }

  private void outage(String id, String words, java.util.function.IntFunction<String> whyNot) {
    rows.add(
        Subject.of(ConstraintFamily.CONTINGENCIES, id, id, "", words),
        t -> new State(whyNot.apply(t), NaN, NaN, penalties.contingencyYuanPerMwh()));
  }

  private String words(int[] branches) {
    List<String> names = new ArrayList<>();
    for (int l : branches) {
      names.add(network.branches().get(l).id());
    }
    return "opens " + String.join(", ", names) + "; flows stay within emergency ratings";
  }

  /** What the clearing leaves to the AC check of an outage that it knows by its branches alone. */
  private static String besides(@Nullable Contingency listed) {
    List<String> parts = listed == null ? List.of() : withoutBranches(listed);
    return parts.isEmpty()
        ? ""
        : "; loses %s in the AC check alone".formatted(String.join("; ", parts));
  }

  private static String words(Contingency lost) {
    List<String> parts = new ArrayList<>();
    part(parts, "branches", lost.branches());
    parts.addAll(withoutBranches(lost));
    return "loses " + String.join("; ", parts);
  }

  private static List<String> withoutBranches(Contingency lost) {
    List<String> parts = new ArrayList<>();
    part(parts, "units", lost.generators());
    part(parts, "buses", lost.buses());
    part(parts, "HVDC lines", lost.hvdcLines());
    return parts;
  }

  private static void part(List<String> parts, String kind, List<String> ids) {
    if (!ids.isEmpty()) {
      parts.add(kind + " " + String.join(", ", ids));
    }
  }

  private void cut(SecurityCut cut) {
    String words =
        "round %d, AC less DC flow %s MW, %s the direction of the element"
            .formatted(cut.round(), cut.offsetMw(), cut.forward() ? "in" : "against");
    rows.add(
        new Subject(
            "A-13", ConstraintGroup.NETWORK, null, cut.name(), "", cut.element(), "MW", words),
        t ->
            new State(
                t != cut.period() ? "another period" : cut.inEffect() ? "" : "switched off",
                NaN,
                cut.limitMw(),
                cut.penaltyYuanPerMwh() > 0 ? cut.penaltyYuanPerMwh() : NaN));
  }
}
