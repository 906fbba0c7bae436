package org.gridclear.settlement.close;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.gridclear.settlement.register.DayLocks;

/**
 * What is to be corrected of a close, and by what: by rows or by a rule book, which is a step by
 * itself.
 *
 * @param close folder of the close
 * @param rows folder with corrected rows, whose days are not locked
 * @param book file with an approved rule book
 * @param merge whether its last version is followed where it was corrected already
 */
public record CorrectionRequest(
    Path close, Optional<Path> rows, Optional<Path> book, boolean merge) {
  public CorrectionRequest {
    if (rows.isPresent() == book.isPresent()) {
      throw new IllegalArgumentException(
          "Give either CORRECTION or --book; a book is a step by itself.");
    }
  }

  /** What is done with a correction. */
  @FunctionalInterface
  public interface Use {
    /** Does it, while the close that it follows is open. */
    int of(MonthCorrection correction) throws IOException;
  }

  /**
   * Makes the correction and has it used.
   *
   * @return what {@code use} returns
   * @throws IllegalArgumentException if the close was corrected and is not to be merged, a later
   *     version changed the same, a day is locked, or nobody approved the book
   */
  public int used(Use use) throws IOException {
    if (!merge) {
      Successor.refuse(close, "corrected");
    }
    try (CloseFolder asked = CloseFolder.open(close)) {
      CloseFolder last = MonthCorrection.last(asked);
      try {
        MonthCorrection correction = of(last);
        correction.refuseConflicts(asked);
        return use.of(correction);
      } finally {
        if (last != asked) {
          last.close();
        }
      }
    }
  }

  private MonthCorrection of(CloseFolder last) throws IOException {
    if (book.isPresent()) {
      return MonthCorrection.ofBook(last, Files.readString(book.get()), book.get().toString());
    }
    DayLocks locks = new DayLocks(Path.of(last.record().source()));
    for (LocalDate date : MonthCorrection.dates(last, rows.orElseThrow())) {
      locks.refuse(date);
    }
    return MonthCorrection.ofFiles(last, rows.orElseThrow());
  }
}
