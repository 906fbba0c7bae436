package org.gridclear.monitoring.evaluation;

import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.index.IndexRow;
import org.gridclear.monitoring.index.IndexDefinition;

/**
 * A work item: an index of a run and zone.
 *
 * @param version the run
 * @param zone zone; "" for the system
 * @param index the index
 * @param key names all that its value depends on
 */
record IndexItem(DayVersion version, String zone, IndexDefinition index, String key) {
  IndexRow.ItemRow row() {
    return new IndexRow.ItemRow(
        DayKey.word(version.key().market()),
        version.key().date(),
        version.key().cycle(),
        zone,
        index.id());
  }
}
