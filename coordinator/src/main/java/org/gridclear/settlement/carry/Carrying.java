package org.gridclear.settlement.carry;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Successor;
import org.gridclear.settlement.reader.SettlementSource;
import org.gridclear.settlement.register.DayLocks;

/**
 * Carries corrections of earlier months into a later one.
 *
 * @param into settlement folder of the later month
 * @param date day that takes the lines
 */
public record Carrying(Path into, LocalDate date) {
  /**
   * Carries them, all or none.
   *
   * @param corrections last versions of earlier months
   * @param by who carries
   * @return what was carried of each, with what could not be
   * @throws IllegalArgumentException if a correction has a successor, the day is locked or of
   *     another month, or two are of one month
   */
  public List<CarryOver> carry(List<Path> corrections, String by, Clock clock) {
    SettlementSource target = DayLocks.open(into, date);
    List<CarryPosting.Part> all = new ArrayList<>();
    for (Path correction : corrections) {
      Successor.refuse(correction, "carried");
      try (CloseFolder close = CloseFolder.open(correction)) {
        all.add(
            new CarryPosting.Part(
                CarryOver.of(close, target, date), Path.of(close.record().source())));
      }
    }
    new CarryPosting(target, into, date).write(all, by, clock.instant());
    return all.stream().map(CarryPosting.Part::over).toList();
  }
}
