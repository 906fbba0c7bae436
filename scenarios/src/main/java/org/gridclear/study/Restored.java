package org.gridclear.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.BranchOutage;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.ContingencySet;
import org.gridclear.network.Branch;
import org.gridclear.network.Contingency;
import org.gridclear.network.Network;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Changes that take an outage away: one that is planned, or one that was to be survived. */
final class Restored {
  private Restored() {}

  /** Reads {@code branchBack}; null where no outage of it is planned then. */
  static @Nullable Perturbation branch(JsonFields f, MarketDay base, Window window, IssueLog log) {
    String branch = f.text("branch");
    List<BranchOutage> planned =
        base.branchOutages().stream().filter(each -> each.branch().equals(branch)).toList();
    if (planned.stream().noneMatch(o -> o.from() < window.to() && window.from() < o.to())) {
      Set<String> out = new LinkedHashSet<>();
      base.branchOutages().forEach(each -> out.add(each.branch()));
      String advice =
          out.isEmpty() ? "No outage of a branch is planned." : NearestName.advice(branch, out);
      String why = planned.isEmpty() ? advice : "It is not out by plan in these periods.";
      log.add(Rule.STUDY_TARGET, f.element(), "branch", branch, why);
      return null;
    }
    return new Perturbation.BranchBack(branch, window);
  }

  /** Reads {@code withoutContingency}; null where it is none of the base. */
  static @Nullable Perturbation contingency(JsonFields f, MarketDay base, IssueLog log) {
    String outage = f.text("outage");
    Set<String> known = new LinkedHashSet<>();
    every(base.rules().contingencies(), base.network()).forEach(each -> known.add(each.id()));
    if (!known.contains(outage)) {
      String advice =
          known.isEmpty() ? "The base is to survive no outage." : NearestName.advice(outage, known);
      log.add(Rule.STUDY_TARGET, f.element(), "outage", outage, advice);
      return null;
    }
    return new Perturbation.WithoutContingency(outage);
  }

  /** Planned outages without those of a branch in a window. */
  static List<BranchOutage> without(List<BranchOutage> outages, String branch, Window window) {
    List<BranchOutage> left = new ArrayList<>();
    for (BranchOutage outage : outages) {
      if (!outage.branch().equals(branch)) {
        left.add(outage);
      } else {
        add(left, branch, outage.from(), Math.min(outage.to(), window.from()));
        add(left, branch, Math.max(outage.from(), window.to()), outage.to());
      }
    }
    return left;
  }

  private static void add(List<BranchOutage> left, String branch, int from, int to) {
    if (from < to) {
      left.add(new BranchOutage(branch, from, to));
    }
  }

  /** The same outages one by one, and their cuts, without one. */
  static ContingencySet without(ContingencySet set, Network network, String outage) {
    return new ContingencySet(
        false,
        every(set, network).stream().filter(each -> !each.id().equals(outage)).toList(),
        set.cuts().stream().filter(cut -> !cut.outage().equals(outage)).toList());
  }

  private static List<Contingency> every(ContingencySet set, Network network) {
    List<Contingency> every = new ArrayList<>(set.listed());
    Set<String> seen = new LinkedHashSet<>();
    every.forEach(each -> seen.add(each.id()));
    for (Branch branch : network.branches()) {
      if (set.everyBranch() && seen.add(branch.id())) {
        every.add(Contingency.ofBranch(branch.id()));
      }
    }
    return every;
  }
}
