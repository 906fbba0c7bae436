package org.gridclear.clearing.result;

/**
 * The parts of a clearing's objective, in yuan; the objective is all of them less the demand value.
 *
 * @param energyYuan running cost of thermal units, no-load and the fuel of variables included
 * @param startYuan cost of starts and stops
 * @param profiledYuan cost of units without commitment
 * @param storageYuan cost of charging and discharging
 * @param ancillaryYuan offered price of reserve and regulation
 * @param demandValueYuan value of the price-sensitive load that is served
 * @param penaltyYuan cost of relaxed constraints
 */
public record CostParts(
    double energyYuan,
    double startYuan,
    double profiledYuan,
    double storageYuan,
    double ancillaryYuan,
    double demandValueYuan,
    double penaltyYuan) {

  /** The same parts with another cost of reserve and regulation. */
  public CostParts withAncillary(double yuan) {
    return new CostParts(
        energyYuan, startYuan, profiledYuan, storageYuan, yuan, demandValueYuan, penaltyYuan);
  }

  /** The same parts with more penalty. */
  public CostParts withPenalty(double moreYuan) {
    return new CostParts(
        energyYuan,
        startYuan,
        profiledYuan,
        storageYuan,
        ancillaryYuan,
        demandValueYuan,
        penaltyYuan + moreYuan);
  }
}
