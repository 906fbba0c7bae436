package org.gridclear.synthetic;

import java.util.Locale;

/**
 * Typical unit data by technology.
 *
 * <p>Prices and start costs lie in the range of public Chinese provincial market reports; they are
 * for studies of method, not of any real unit.
 */
enum Technology {
  NUCLEAR(0.75, 0.10, 24, 24, 180, 300, 0.01),
  COAL(0.45, 0.45, 8, 6, 310, 120, 0.05),
  GAS_CC(0.40, 0.90, 4, 3, 500, 70, 0.05),
  GAS_GT(0.20, 2.00, 1, 1, 760, 35, 0.08),
  HYDRO(0.00, 4.00, 1, 1, 160, 5, 0.04);

  final double pMinShare;
  final double rampSharePerH;
  final double minUpHours;
  final double minDownHours;
  final double priceYuanPerMwh;
  final double coldStartYuanPerMw;
  final double slope;

  Technology(
      double pMinShare,
      double rampSharePerH,
      double minUpHours,
      double minDownHours,
      double priceYuanPerMwh,
      double coldStartYuanPerMw,
      double slope) {
    this.pMinShare = pMinShare;
    this.rampSharePerH = rampSharePerH;
    this.minUpHours = minUpHours;
    this.minDownHours = minDownHours;
    this.priceYuanPerMwh = priceYuanPerMwh;
    this.coldStartYuanPerMw = coldStartYuanPerMw;
    this.slope = slope;
  }

  /** What a fuel name means; by size where it says nothing. */
  static Technology of(String fuel, double pMaxMw) {
    String name = fuel.toLowerCase(Locale.ROOT);
    if (name.contains("nuc")) {
      return NUCLEAR;
    } else if (name.contains("hydro")) {
      return HYDRO;
    } else if (name.contains("coal") || name.contains("lig")) {
      return COAL;
    } else if (name.contains("ng") || name.contains("gas")) {
      return pMaxMw < 80 ? GAS_GT : GAS_CC;
    } else if (name.contains("oil") || name.contains("dfo")) {
      return GAS_GT;
    }
    return pMaxMw >= 200 ? COAL : pMaxMw > 100 ? GAS_CC : GAS_GT;
  }
}
