package org.gridclear.network;

/**
 * A point-to-point HVDC line (MATPOWER dcline). Power leaves {@code from} and arrives at {@code to}
 * less the loss.
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
    boolean inService) {

  /** Power that arrives at {@code to}, in MW. */
  public double pToMw() {
    return pFromMw - lossFixedMw - lossShare * pFromMw;
  }
}
