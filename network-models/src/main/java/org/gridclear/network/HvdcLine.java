package org.gridclear.network;

/**
 * A point-to-point HVDC line (MATPOWER dcline). Power leaves {@code from} and arrives at {@code to}
 * less the loss {@code lossFixedMw + lossShare · pFromMw}; both are negative where it runs
 * backwards.
 *
 * @param id unique among HVDC lines
 * @param from id of the sending bus
 * @param to id of the receiving bus
 * @param pFromMw scheduled power at the sending end
 * @param pMinMw least power at the sending end
 * @param pMaxMw greatest power at the sending end
 * @param lossFixedMw loss that does not depend on the flow
 * @param lossShare loss per MW sent
 * @param inService whether it is switched in
 * @param fromEnd the converter at {@code from}
 * @param toEnd the converter at {@code to}
 */
public record HvdcLine(
    String id,
    String from,
    String to,
    double pFromMw,
    double pMinMw,
    double pMaxMw,
    double lossFixedMw,
    double lossShare,
    boolean inService,
    Converter fromEnd,
    Converter toEnd) {

  /**
   * The AC side of a converter.
   *
   * @param holdsVoltage whether it holds the voltage of its bus, like a running generator
   * @param vSetPu voltage that it holds
   * @param qMvar reactive power that it gives its bus where it does not hold the voltage
   * @param qMinMvar lower limit of that power; may be infinite
   * @param qMaxMvar upper limit; may be infinite
   */
  public record Converter(
      boolean holdsVoltage, double vSetPu, double qMvar, double qMinMvar, double qMaxMvar) {
    /** A converter at a power factor of 1. */
    public static final Converter UNITY = new Converter(false, 1, 0, 0, 0);

    /** A converter that gives its bus a fixed reactive power. */
    public static Converter fixed(double qMvar) {
      return new Converter(false, 1, qMvar, qMvar, qMvar);
    }
  }

  /** A line whose converters work at a power factor of 1. */
  public HvdcLine(
      String id,
      String from,
      String to,
      double pFromMw,
      double pMinMw,
      double pMaxMw,
      double lossFixedMw,
      double lossShare,
      boolean inService) {
    this(
        id,
        from,
        to,
        pFromMw,
        pMinMw,
        pMaxMw,
        lossFixedMw,
        lossShare,
        inService,
        Converter.UNITY,
        Converter.UNITY);
  }

  /** Power that arrives at {@code to}, in MW. */
  public double pToMw() {
    return pFromMw - lossFixedMw - lossShare * pFromMw;
  }

  /**
   * Power that leaves {@code from} when the line sends so much in its direction; what is negative
   * is sent at {@code to}, and its losses are lost on the way to {@code from}.
   */
  public double leavingMw(double sentMw) {
    return sentMw >= 0 ? sentMw : sentMw * (1 - lossShare);
  }

  /** Power that arrives at {@code to} then, less the loss that does not depend on the flow. */
  public double arrivingMw(double sentMw) {
    return (sentMw >= 0 ? sentMw * (1 - lossShare) : sentMw) - lossFixedMw;
  }

  /** The line switched in or out. */
  public HvdcLine withInService(boolean changed) {
    return new HvdcLine(
        id, from, to, pFromMw, pMinMw, pMaxMw, lossFixedMw, lossShare, changed, fromEnd, toEnd);
  }
}
