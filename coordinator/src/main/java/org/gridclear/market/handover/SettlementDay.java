package org.gridclear.market.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.gridclear.report.clearing.ClearedDay.Series;
import org.gridclear.report.clearing.DayImport;
import org.gridclear.report.clearing.ImportMapping;
import org.gridclear.report.clearing.ImportMapping.Kind;
import org.gridclear.settlement.reader.SettlementReader;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.DayLocks;

/**
 * A day of a settlement folder that takes series.
 *
 * @param folder the folder
 * @param date the day
 * @param source what the folder holds
 */
record SettlementDay(Path folder, LocalDate date, SettlementSource source) {
  /** Reserve that is settled. */
  static final Set<String> SERVICES = Set.of("regulation", "spinning", "nonSpinning");

  /**
   * Opens a folder.
   *
   * @throws IllegalArgumentException if the day is not of its month, or locked
   */
  static SettlementDay open(Path folder, LocalDate date) {
    return new SettlementDay(folder, date, DayLocks.open(folder, date));
  }

  /** Settlement intervals of a day. */
  int intervals() {
    return source.month().intervals();
  }

  /** Whether the settlement has an entity, a price point or a product of this id on the day. */
  boolean knows(Kind kind, String id) {
    return switch (kind) {
      case UNIT, STORAGE -> source.trades(id, date, true);
      case LOAD, FLEXIBLE -> source.trades(id, date, false);
      case BUS, ZONE -> source.month().points().contains(id);
      case PRODUCT -> SERVICES.contains(id);
    };
  }

  /** Merges series into the files of the day. */
  DayImport.Merged merge(Series series, ImportMapping mapping) throws IOException {
    return new DayImport(SettlementReader.dayFolder(folder, date), intervals())
        .merge(series, mapping, this::knows);
  }
}
