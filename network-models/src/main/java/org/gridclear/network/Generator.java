package org.gridclear.network;

/**
 * A generator as the network file gives it; what it offers to the market is in {@code market}.
 *
 * @param id unique among generators
 * @param bus id of its bus
 * @param fuel fuel or technology as the file names it, "" where it does not
 * @param pMw active power of the file's solution
 * @param qMvar reactive power of the file's solution
 * @param qMinMvar lower reactive limit
 * @param qMaxMvar upper reactive limit
 * @param vSetPu voltage set point
 * @param pMinMw least output when running
 * @param pMaxMw greatest output
 * @param ramp10Mw ten-minute ramp of the file in MW, 0 where it does not say
 * @param participation share in the pick-up of a mismatch (MATPOWER apf), 0 where not said
 * @param inService whether it is switched in
 * @param cost cost curve of the file, null where it has none
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
    GeneratorCost cost) {

  /** A generator in service with nothing but an id and a bus. */
  public static Generator of(String id, String bus) {
    return new Generator(id, bus, "", 0, 0, 0, 0, 1, 0, 0, 0, 0, true, null);
  }
}
