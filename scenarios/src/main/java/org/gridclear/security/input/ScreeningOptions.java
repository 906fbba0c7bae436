package org.gridclear.security.input;

import org.gridclear.network.Branch;
import org.gridclear.security.input.PowerFlowOptions.Sharing;

/**
 * How outages are screened.
 *
 * @param method DC or AC
 * @param start where the voltages of the base case begin (AC)
 * @param reactiveLimits whether generators leave their set point at a reactive limit (AC)
 * @param baseSharing who takes the mismatch of the base case
 * @param outageSharing who takes the generation or load that an outage loses
 * @param rating which rating is the limit of a branch, of the base case too
 * @param tolerancePu greatest mismatch at any bus, in p.u. (AC)
 * @param heavyShare loading from which a device counts as heavily loaded (AMB-05)
 * @param worsenedShare by how much of the limit a loading must rise to be worse than before
 * @param severityExponent the m of EQ-06
 * @param rows which loadings are listed one by one
 */
public record ScreeningOptions(
    Method method,
    PowerFlowOptions.Start start,
    boolean reactiveLimits,
    Sharing baseSharing,
    Sharing outageSharing,
    Rating rating,
    double tolerancePu,
    double heavyShare,
    double worsenedShare,
    int severityExponent,
    Rows rows) {
  /** Which power flow. */
  public enum Method {
    DC,
    AC
  }

  /** Which of a branch's three ratings. */
  public enum Rating {
    NORMAL,
    SHORT_TERM,
    EMERGENCY;

    /** That rating in MVA; a rating of 0 falls back to the normal one. 0 means unlimited. */
    public double of(Branch.Ratings ratings) {
      double chosen =
          switch (this) {
            case NORMAL -> ratings.normalMva();
            case SHORT_TERM -> ratings.shortTermMva();
            case EMERGENCY -> ratings.emergencyMva();
          };
      return chosen > 0 ? chosen : ratings.normalMva();
    }
  }

  /** Which loadings are listed one by one. */
  public enum Rows {
    /** New and worsened violations. */
    VIOLATIONS,
    /** Every flow over its limit, also one that the outage does not worsen. */
    OVER,
    /** Every flow over its limit, and heavy loadings that the outage brought. */
    OVER_AND_HEAVY,
    /** Violations, and heavy loadings that the outage brought. */
    HEAVY,
    /** Every monitored device after every outage. */
    ALL
  }

  /** DC, listing what is heavily loaded or worse. */
  public static final ScreeningOptions DEFAULT =
      new ScreeningOptions(
          Method.DC,
          PowerFlowOptions.Start.FILE,
          false,
          Sharing.REFERENCE,
          Sharing.HEADROOM,
          Rating.NORMAL,
          1e-5,
          0.8,
          0.01,
          4,
          Rows.HEAVY);

  public ScreeningOptions {
    range("tolerancePu", tolerancePu, 1e-9, 1e-2);
    range("heavyShare", heavyShare, 0.01, 1);
    range("worsenedShare", worsenedShare, 0, 1);
    range("severityExponent", severityExponent, 1, 20);
  }

  /** The same with other loadings listed. */
  public ScreeningOptions listing(Rows listed) {
    return new ScreeningOptions(
        method,
        start,
        reactiveLimits,
        baseSharing,
        outageSharing,
        rating,
        tolerancePu,
        heavyShare,
        worsenedShare,
        severityExponent,
        listed);
  }

  /** The same for outages whose loss others take, and that make a violation worse from a rise. */
  public ScreeningOptions ofOutages(Sharing sharing, double worsened) {
    return new ScreeningOptions(
        method,
        start,
        reactiveLimits,
        baseSharing,
        sharing,
        rating,
        tolerancePu,
        heavyShare,
        worsened,
        severityExponent,
        rows);
  }

  private static void range(String name, double value, double least, double greatest) {
    if (!(value >= least && value <= greatest)) {
      throw new IllegalArgumentException(
          "The %s (%s) must lie in %s..%s.".formatted(name, value, least, greatest));
    }
  }

  /** The same options with another method. */
  public ScreeningOptions with(Method other) {
    return new ScreeningOptions(
        other,
        start,
        reactiveLimits,
        baseSharing,
        outageSharing,
        rating,
        tolerancePu,
        heavyShare,
        worsenedShare,
        severityExponent,
        rows);
  }

  /** The same options with reactive limits. */
  public ScreeningOptions withReactiveLimits() {
    return new ScreeningOptions(
        method,
        start,
        true,
        baseSharing,
        outageSharing,
        rating,
        tolerancePu,
        heavyShare,
        worsenedShare,
        severityExponent,
        rows);
  }

  /** The power flow of the base case. */
  public PowerFlowOptions base() {
    return new PowerFlowOptions(start, reactiveLimits, baseSharing, Math.min(tolerancePu, 1e-8));
  }

  /** All options in one line, for hashing. */
  public String key() {
    return toString();
  }
}
