package org.gridclear.market;

import org.gridclear.market.rule.Scope;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;

/**
 * A reserve requirement of the system (B-15) or of a zone or group (B-16), as capacity, as a share
 * of load (AMB-41), or by rule (G-04): {@code R = max(mw, largest unit) + loadShare × load +
 * renewableShare × forecast}, or the greatest of these four, times the factor of the mode in which
 * the grid is operated.
 *
 * @param id unique among requirements
 * @param product the product that meets it
 * @param scope the units that may meet it; load and forecast are those of its zone, or of the
 *     system
 * @param mw requirement per period
 * @param loadShare share of the load of the period
 * @param renewableShare share of the forecast of units without commitment
 * @param largestUnit whether it is to cover the greatest output limit of a unit in scope
 * @param shortfallYuanPerMwh penalty of a shortfall per period, infinite for a requirement that
 *     must be met; negative for the default of {@link Penalties}
 * @param method how the parts make up the requirement
 */
public record ReserveRequirement(
    String id,
    String product,
    Scope scope,
    Series mw,
    double loadShare,
    double renewableShare,
    boolean largestUnit,
    Series shortfallYuanPerMwh,
    Method method) {
  public ReserveRequirement {
    method = method == null ? Method.SUM : method;
  }

  /** How the parts of a requirement make it up. */
  public enum Method {
    /** The greater of capacity and largest unit, and the shares on top. */
    SUM,
    /** The greatest of capacity, largest unit, and either share. */
    GREATEST
  }

  /** A requirement that is built up as a sum. */
  public ReserveRequirement(
      String id,
      String product,
      Scope scope,
      Series mw,
      double loadShare,
      double renewableShare,
      boolean largestUnit,
      Series shortfallYuanPerMwh) {
    this(
        id,
        product,
        scope,
        mw,
        loadShare,
        renewableShare,
        largestUnit,
        shortfallYuanPerMwh,
        Method.SUM);
  }

  /** A requirement of the whole system in MW. */
  public ReserveRequirement(String id, Series mw, double shortfallYuanPerMwh) {
    this(id, id, Scope.SYSTEM, mw, 0, 0, false, Series.constant(shortfallYuanPerMwh, mw.size()));
  }

  /** A requirement with one penalty for all periods. */
  public ReserveRequirement(
      String id,
      String product,
      Scope scope,
      Series mw,
      double loadShare,
      double renewableShare,
      boolean largestUnit,
      double shortfallYuanPerMwh) {
    this(
        id,
        product,
        scope,
        mw,
        loadShare,
        renewableShare,
        largestUnit,
        Series.constant(shortfallYuanPerMwh, mw.size()));
  }

  /** Penalty of a shortfall in period {@code t}, {@code byDefault} where it names none. */
  public double shortfallYuanPerMwh(int t, double byDefault) {
    return shortfallYuanPerMwh.at(t) >= 0 ? shortfallYuanPerMwh.at(t) : byDefault;
  }

  /** The same requirement with another penalty of a shortfall. */
  public ReserveRequirement withShortfall(Series yuanPerMwh) {
    return new ReserveRequirement(
        id, product, scope, mw, loadShare, renewableShare, largestUnit, yuanPerMwh, method);
  }

  /** The same requirement on other periods. */
  public ReserveRequirement on(PeriodMap map) {
    return new ReserveRequirement(
        id,
        product,
        scope,
        map.of(mw),
        loadShare,
        renewableShare,
        largestUnit,
        map.of(shortfallYuanPerMwh),
        method);
  }

  /** The same requirement with other shares of load and forecast. */
  public ReserveRequirement withShares(double ofLoad, double ofRenewables) {
    return new ReserveRequirement(
        id, product, scope, mw, ofLoad, ofRenewables, largestUnit, shortfallYuanPerMwh, method);
  }

  /** The same requirement with another capacity. */
  public ReserveRequirement withMw(Series changed) {
    return new ReserveRequirement(
        id,
        product,
        scope,
        changed,
        loadShare,
        renewableShare,
        largestUnit,
        shortfallYuanPerMwh,
        method);
  }
}
