package org.gridclear.clearing.model;

/**
 * Columns of the reservoirs that are decided, {@code [reservoir][period]}.
 *
 * @param volume volume at the end of the period in Mm³
 * @param spill spillage in m³/s
 */
public record ReservoirColumns(IndexTable volume, IndexTable spill) {
  ReservoirColumns(int reservoirs, int periods) {
    this(IndexTable.of(reservoirs, periods), IndexTable.of(reservoirs, periods));
  }
}
