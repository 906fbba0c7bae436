package org.gridclear.convert;

/** How the model of a format differs from IIDM's, which cannot say it itself. */
enum Convention {
  /** As IIDM says: the shunt of a transformer is at its first end; ids as they are. */
  IIDM(false, false),
  /** Buses are numbers behind a letter. */
  NUMBERED(true, false),
  /** And transformers have half their charging at each end, as lines have. */
  NUMBERED_SPLIT_SHUNT(true, true);

  final boolean numbered;
  final boolean splitShunt;

  Convention(boolean numbered, boolean splitShunt) {
    this.numbered = numbered;
    this.splitShunt = splitShunt;
  }
}
