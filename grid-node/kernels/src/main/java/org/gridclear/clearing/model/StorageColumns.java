package org.gridclear.clearing.model;

/**
 * Columns of the storage units, {@code [unit][period]}.
 *
 * @param charge charging power in MW
 * @param discharge discharging power in MW
 * @param level level at the end of the period in MWh
 * @param charging whether it charges, where that is decided
 * @param discharging whether it discharges, where that is decided
 */
public record StorageColumns(
    IndexTable charge,
    IndexTable discharge,
    IndexTable level,
    IndexTable charging,
    IndexTable discharging) {
  StorageColumns(int units, int periods) {
    this(
        IndexTable.of(units, periods),
        IndexTable.of(units, periods),
        IndexTable.of(units, periods),
        IndexTable.of(units, periods),
        IndexTable.of(units, periods));
  }
}
