package org.gridclear.convert;

import com.powsybl.iidm.network.FlowsLimitsHolder;
import com.powsybl.iidm.network.LoadingLimits;
import com.powsybl.iidm.network.ThreeWindingsTransformer;
import com.powsybl.iidm.network.TwoSides;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridclear.network.Branch;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Ratings in MVA: the permanent limit, the temporary limit of the longest and that of the shortest
 * time. Of the two ends the tighter counts; a current is taken at nominal voltage.
 */
final class Ratings {
  private static final double UNLIMITED = 1e9;

  private Ratings() {}

  static Branch.Ratings of(com.powsybl.iidm.network.Branch<?> branch, IssueLog log) {
    double kv1 = Buses.kv(branch.getTerminal1());
    double kv2 = Buses.kv(branch.getTerminal2());
    List<Branch.Ratings> ends = new ArrayList<>();
    branch.getApparentPowerLimits1().ifPresent(l -> ends.add(of(l, 1)));
    branch.getApparentPowerLimits2().ifPresent(l -> ends.add(of(l, 1)));
    branch.getCurrentLimits1().ifPresent(l -> ends.add(of(l, mvaPerAmpere(kv1))));
    branch.getCurrentLimits2().ifPresent(l -> ends.add(of(l, mvaPerAmpere(kv2))));
    for (TwoSides side : TwoSides.values()) {
      branch
          .getActivePowerLimits(side)
          .ifPresent(
              l -> {
                log.notice(
                    Rule.TAKEN_AS,
                    "branch",
                    branch.getId(),
                    "active power limit",
                    l.getPermanentLimit(),
                    "It is taken as a limit in MVA.");
                ends.add(of(l, 1));
              });
    }
    return tightest(ends);
  }

  static Branch.Ratings of(ThreeWindingsTransformer.Leg leg, double kv) {
    return of((FlowsLimitsHolder) leg, kv);
  }

  static Branch.Ratings of(FlowsLimitsHolder holder, double kv) {
    List<Branch.Ratings> ends = new ArrayList<>();
    holder.getApparentPowerLimits().ifPresent(l -> ends.add(of(l, 1)));
    holder.getActivePowerLimits().ifPresent(l -> ends.add(of(l, 1)));
    holder.getCurrentLimits().ifPresent(l -> ends.add(of(l, mvaPerAmpere(kv))));
    return tightest(ends);
  }

  private static double mvaPerAmpere(double kv) {
    return Math.sqrt(3) * kv / 1000;
  }

  private static Branch.Ratings of(LoadingLimits limits, double factor) {
    List<LoadingLimits.TemporaryLimit> temporary = new ArrayList<>(limits.getTemporaryLimits());
    temporary.sort(Comparator.comparingInt(LoadingLimits.TemporaryLimit::getAcceptableDuration));
    Collections.reverse(temporary);
    Optional<LoadingLimits.TemporaryLimit> longest = temporary.stream().findFirst();
    Optional<LoadingLimits.TemporaryLimit> shortest =
        temporary.isEmpty() ? Optional.empty() : Optional.of(temporary.get(temporary.size() - 1));
    return new Branch.Ratings(
        mva(limits.getPermanentLimit(), factor),
        longest.map(l -> mva(l.getValue(), factor)).orElse(0.0),
        shortest.map(l -> mva(l.getValue(), factor)).orElse(0.0));
  }

  private static double mva(double value, double factor) {
    return Double.isNaN(value) || value > UNLIMITED ? 0 : value * factor;
  }

  private static Branch.Ratings tightest(List<Branch.Ratings> ends) {
    return ends.stream()
        .reduce(
            Branch.Ratings.UNLIMITED,
            (a, b) ->
                new Branch.Ratings(
                    tighter(a.normalMva(), b.normalMva()),
                    tighter(a.shortTermMva(), b.shortTermMva()),
                    tighter(a.emergencyMva(), b.emergencyMva())));
  }

  private static double tighter(double a, double b) {
    return a == 0 ? b : b == 0 ? a : Math.min(a, b);
  }
}
