package org.gridclear.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.gridclear.network.Branch;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/**
 * Branch limits that replace the ratings of the network model.
 *
 * @param branch id of the branch
 * @param mw limit per period in both directions; infinite for none
 * @param emergencyMw limit per period after an outage, infinite for none; null for the emergency
 *     rating of the network, or {@code mw} where it has none
 * @param penaltyYuanPerMwh penalty of an overload per period, infinite for a limit that must be
 *     kept; null or negative for the default of {@link Penalties}
 * @param oneOverload whether a MW over any of the limits of a period, intact or after outages, is
 *     paid once, as in UnitCommitment.jl; else overloads after outages have their own penalty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BranchLimit(
    String branch,
    Series mw,
    @Nullable Series emergencyMw,
    @Nullable Series penaltyYuanPerMwh,
    boolean oneOverload) {
  /** A limit with the emergency rating and the penalties of the case. */
  public BranchLimit(String branch, Series mw) {
    this(branch, mw, null, null, false);
  }

  /** The same with another limit of the intact grid. */
  public BranchLimit withMw(Series changed) {
    return new BranchLimit(branch, changed, emergencyMw, penaltyYuanPerMwh, oneOverload);
  }

  /** The same on other periods. */
  public BranchLimit on(PeriodMap map) {
    return new BranchLimit(
        branch,
        map.of(mw),
        emergencyMw == null ? null : map.of(emergencyMw),
        penaltyYuanPerMwh == null ? null : map.of(penaltyYuanPerMwh),
        oneOverload);
  }

  /**
   * Limit of a branch in the intact grid in period {@code t}: its rating where none replaces it.
   */
  public static double normalMw(Branch branch, @Nullable BranchLimit limit, int t) {
    double rating = branch.ratings().normalMva();
    return limit != null ? limit.mw().at(t) : rating > 0 ? rating : Double.POSITIVE_INFINITY;
  }

  /** Limit of a branch after an outage in period {@code t}, infinite for none. */
  public static double emergencyMw(Branch branch, @Nullable BranchLimit limit, int t) {
    if (limit != null && limit.emergencyMw != null) {
      return limit.emergencyMw.at(t);
    }
    double rating = branch.ratings().emergencyMva();
    return rating > 0 ? rating : normalMw(branch, limit, t);
  }

  /** Penalty of an overload in period {@code t}, {@code byDefault} where it names none. */
  public double penaltyYuanPerMwh(int t, double byDefault) {
    return penaltyYuanPerMwh == null || penaltyYuanPerMwh.at(t) < 0
        ? byDefault
        : penaltyYuanPerMwh.at(t);
  }
}
