package org.gridclear.convert;

/** How the model of a format differs from IIDM's, which cannot say it itself. */
enum Convention {
  /** As IIDM says: the shunt of a transformer is at its first end; ids as they are. */
  IIDM(false, false, false),
  /** As IIDM, but lines to a border have half their charging at each end, as lines have. */
  SPLIT_BORDER_SHUNT(false, false, true),
  /** Buses are numbers behind a letter. */
  NUMBERED(true, false, false),
  /** And transformers have half their charging at each end, as lines have. */
  NUMBERED_SPLIT_SHUNT(true, true, false);

  final boolean numbered;
  final boolean splitShunt;
  final boolean splitBorderShunt;

  Convention(boolean numbered, boolean splitShunt, boolean splitBorderShunt) {
    this.numbered = numbered;
    this.splitShunt = splitShunt;
    this.splitBorderShunt = splitBorderShunt;
  }
}
