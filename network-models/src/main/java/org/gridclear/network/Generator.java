package org.gridclear.network;

import org.jspecify.annotations.Nullable;

/**
 * A generator as the network file gives it; what it offers to the market is in {@code market}.
 *
 * @param id unique among generators
 * @param bus id of its bus
 * @param fuel fuel or technology as the file names it, "" where it does not
 * @param pMw active power of the file's solution
 * @param qMvar reactive power of the file's solution
 * @param qMinMvar lower reactive limit; may be infinite
 * @param qMaxMvar upper reactive limit; may be infinite
 * @param vSetPu voltage set point
 * @param pMinMw least output when running; may be infinite
 * @param pMaxMw greatest output; may be infinite
 * @param ramp10Mw ten-minute ramp of the file in MW, 0 where it does not say
 * @param participation share in the pick-up of a mismatch (MATPOWER apf), 0 where not said
 * @param inService whether it is switched in
 * @param cost cost curve of the file, null where it has none
 * @param capability reactive limits that depend on output, null where the file has none
 * @param reactiveCost cost curve of reactive power over Mvar, null where the file has none
 * @param machine further data of the machine, {@link Machine#UNKNOWN} where the file has none
 */
public record Generator(
    String id,
    String bus,
    String fuel,
    double pMw,
    double qMvar,
    double qMinMvar,
    double qMaxMvar,
    double vSetPu,
    double pMinMw,
    double pMaxMw,
    double ramp10Mw,
    double participation,
    boolean inService,
    @Nullable GeneratorCost cost,
    @Nullable Capability capability,
    @Nullable GeneratorCost reactiveCost,
    Machine machine) {

  /** Room of a unit without a limit, and the most that any unit's room counts, in MW. */
  public static final double UNLIMITED_ROOM_MW = 1e6;

  /**
   * The sloping sides of a capability curve: reactive limits at two outputs, and on the straight
   * lines through them at any other (MATPOWER manual, section 6.4.3). They hold beside the limits
   * of the generator.
   *
   * @param p1Mw lower output
   * @param q1MinMvar lower reactive limit at it
   * @param q1MaxMvar upper reactive limit at it
   * @param p2Mw upper output, above {@code p1Mw}
   * @param q2MinMvar lower reactive limit at it
   * @param q2MaxMvar upper reactive limit at it
   */
  public record Capability(
      double p1Mw,
      double q1MinMvar,
      double q1MaxMvar,
      double p2Mw,
      double q2MinMvar,
      double q2MaxMvar) {
    double minMvar(double pMw) {
      return q1MinMvar + (pMw - p1Mw) * (q2MinMvar - q1MinMvar) / (p2Mw - p1Mw);
    }

    double maxMvar(double pMw) {
      return q1MaxMvar + (pMw - p1Mw) * (q2MaxMvar - q1MaxMvar) / (p2Mw - p1Mw);
    }
  }

  /**
   * Data of a machine that no power flow needs.
   *
   * @param baseMva its own power base, 0 where not said
   * @param rampAgcMwPerMin ramp under automatic control, 0 where not said
   * @param ramp30Mw thirty-minute ramp, 0 where not said
   * @param rampQMvarPerMin ramp of reactive power, 0 where not said
   */
  public record Machine(
      double baseMva, double rampAgcMwPerMin, double ramp30Mw, double rampQMvarPerMin) {
    /** Nothing said. */
    public static final Machine UNKNOWN = new Machine(0, 0, 0, 0);
  }

  /** A generator without capability curve, reactive cost and machine data. */
  public Generator(
      String id,
      String bus,
      String fuel,
      double pMw,
      double qMvar,
      double qMinMvar,
      double qMaxMvar,
      double vSetPu,
      double pMinMw,
      double pMaxMw,
      double ramp10Mw,
      double participation,
      boolean inService,
      @Nullable GeneratorCost cost) {
    this(
        id,
        bus,
        fuel,
        pMw,
        qMvar,
        qMinMvar,
        qMaxMvar,
        vSetPu,
        pMinMw,
        pMaxMw,
        ramp10Mw,
        participation,
        inService,
        cost,
        null,
        null,
        Machine.UNKNOWN);
  }

  /** A generator in service with nothing but an id and a bus. */
  public static Generator of(String id, String bus) {
    return new Generator(id, bus, "", 0, 0, 0, 0, 1, 0, 0, 0, 0, true, null);
  }

  /** Lower reactive limit at an output, in Mvar. */
  public double qMinMvarAt(double mw) {
    return capability == null ? qMinMvar : Math.max(qMinMvar, capability.minMvar(mw));
  }

  /** Upper reactive limit at an output, in Mvar. */
  public double qMaxMvarAt(double mw) {
    return capability == null ? qMaxMvar : Math.min(qMaxMvar, capability.maxMvar(mw));
  }

  /** How much an output could rise, in MW: 0 at or above the limit. */
  public double roomUpMw(double mw) {
    return Math.min(UNLIMITED_ROOM_MW, Math.max(0, pMaxMw - mw));
  }

  /** The generator switched in or out. */
  public Generator withInService(boolean changed) {
    return new Generator(
        id,
        bus,
        fuel,
        pMw,
        qMvar,
        qMinMvar,
        qMaxMvar,
        vSetPu,
        pMinMw,
        pMaxMw,
        ramp10Mw,
        participation,
        changed,
        cost,
        capability,
        reactiveCost,
        machine);
  }
}
