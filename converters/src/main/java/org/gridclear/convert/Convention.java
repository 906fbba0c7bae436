package org.gridclear.convert;

/** How the model of a format differs from IIDM's, which cannot say it itself. */
enum Convention {
  /** As IIDM says: the shunt of a transformer is at its first end; ids as they are. */
  IIDM(false, false, false, false),
  /** As IIDM, but lines to a border have half their charging at each end, as lines have. */
  SPLIT_BORDER_SHUNT(false, false, true, false),
  /** Buses are numbers behind a letter; the admittance part of a load is given as a shunt's. */
  NUMBERED(true, false, false, true),
  /** Buses so, and transformers have half their charging at each end, as lines have. */
  NUMBERED_SPLIT_SHUNT(true, true, false, false);

  final boolean numbered;
  final boolean splitShunt;
  final boolean splitBorderShunt;

  /** Whether constant reactive admittance of loads is positive where it is capacitive. */
  final boolean capacitiveLoads;

  Convention(
      boolean numbered, boolean splitShunt, boolean splitBorderShunt, boolean capacitiveLoads) {
    this.numbered = numbered;
    this.splitShunt = splitShunt;
    this.splitBorderShunt = splitBorderShunt;
    this.capacitiveLoads = capacitiveLoads;
  }
}
