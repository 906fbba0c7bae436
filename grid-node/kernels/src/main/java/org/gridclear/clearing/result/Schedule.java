package org.gridclear.clearing.result;

/**
 * What a clearing decided, as dense tables {@code [element][period]} in the order of the market
 * day's lists; buses in the order of the network. Powers in MW, levels in MWh.
 *
 * @param committed whether each thermal unit runs
 * @param starts whether each thermal unit starts
 * @param outputMw output of each thermal unit
 * @param reserveMw reserve of each thermal unit, by product first
 * @param profiledMw output of each unit without commitment
 * @param chargeMw charging of each storage unit
 * @param dischargeMw discharging of each storage unit
 * @param levelMwh level of each storage unit at the end of the period
 * @param flexibleMw consumption of each price-sensitive load
 * @param shedMw load not served at each bus
 * @param hvdcMw power at the sending end of each HVDC line that was decided
 * @param volumeMm3 volume of each reservoir in effect, in million m³
 * @param spillM3PerS spillage of each reservoir in effect
 * @param variables values of the variables given as data
 */
public record Schedule(
    boolean[][] committed,
    boolean[][] starts,
    double[][] outputMw,
    double[][][] reserveMw,
    double[][] profiledMw,
    double[][] chargeMw,
    double[][] dischargeMw,
    double[][] levelMwh,
    double[][] flexibleMw,
    double[][] shedMw,
    double[][] hvdcMw,
    double[][] volumeMm3,
    double[][] spillM3PerS,
    double[][] variables) {
  /** The same schedule with other reserve. */
  public Schedule withReserve(double[][][] otherReserveMw) {
    return new Schedule(
        committed,
        starts,
        outputMw,
        otherReserveMw,
        profiledMw,
        chargeMw,
        dischargeMw,
        levelMwh,
        flexibleMw,
        shedMw,
        hvdcMw,
        volumeMm3,
        spillM3PerS,
        variables);
  }
}
