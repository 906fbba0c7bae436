package org.gridclear.casetable;

import org.gridclear.table.Table;

/** Every single constraint of a case with its class, parameters and state (B-01, B-27). */
final class ConstraintTable {
  private ConstraintTable() {}

  static Table of(ShownCase shown) {
    ConstraintRows rows = new ConstraintRows(shown);
    shown
        .clearing()
        .ifPresent(
            clearing -> {
              new UnitConstraints(clearing, rows).add();
              new SystemConstraints(clearing, rows).add();
            });
    new NetworkConstraints(shown, rows).add();
    shown.clearing().ifPresent(clearing -> new OtherConstraints(clearing, rows).add());
    return rows.table();
  }
}
