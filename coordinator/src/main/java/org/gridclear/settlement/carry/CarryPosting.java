package org.gridclear.settlement.carry;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.bill.CarriedEvents;
import org.gridclear.settlement.bill.CarriedLine;
import org.gridclear.settlement.reader.SettlementSource;

/**
 * Writes what is carried: all lines into the events of a day of the later month at once, then a
 * note of each earlier month. When the process dies between them the lines stand there without
 * their note; then a repeat adds the note alone.
 *
 * @param target the later month
 * @param into its settlement folder
 * @param date day that takes the lines
 */
public record CarryPosting(SettlementSource target, Path into, LocalDate date) {
  /**
   * What is carried of an earlier month.
   *
   * @param over the differences
   * @param source settlement folder of the earlier month
   */
  public record Part(CarryOver over, Path source) {}

  /**
   * Writes lines and notes.
   *
   * @param by who carries
   * @param time when
   * @throws IllegalArgumentException if a month is there twice, or lines of one stand in the later
   *     month that nobody noted and that are others
   */
  public void write(List<Part> parts, String by, Instant time) {
    List<CarriedLine> there = CarriedEvents.of(target.files(), target.month());
    List<CarriedLine> lines = new ArrayList<>();
    List<YearMonth> months = new ArrayList<>();
    for (Part part : parts) {
      if (months.contains(part.over().month())) {
        throw new IllegalArgumentException(
            "Two corrections are of %s; name the last one.".formatted(part.over().month()));
      }
      months.add(part.over().month());
      if (!written(part, there)) {
        lines.addAll(part.over().lines());
      }
    }
    if (!lines.isEmpty()) {
      CarriedEvents.add(into, date, lines);
    }
    parts.forEach(part -> note(part, by, time));
  }

  /** Whether the lines stand in the later month already, without a note. */
  private boolean written(Part part, List<CarriedLine> there) {
    YearMonth month = part.over().month();
    List<CarriedLine> own = new ArrayList<>(there);
    own.removeIf(line -> !line.month().equals(month));
    long noted =
        new CarryRegister(part.source())
            .all().stream()
                .filter(each -> each.month().equals(month.toString()))
                .filter(each -> each.into().equals(target.month().month().toString()))
                .mapToLong(each -> Long.parseLong(each.lines()))
                .sum();
    if (own.size() <= noted) {
      return false;
    }
    long unnoted = own.size() - noted;
    boolean all = part.over().lines().stream().allMatch(own::remove);
    if (!all || unnoted != part.over().lines().size()) {
      throw new IllegalArgumentException(
          "The events of %s have %d lines of %s that carried.csv of %s does not know, and they are not those of this correction. Remove them, or carry what they are of."
              .formatted(target.month().month(), unnoted, month, part.source()));
    }
    return true;
  }

  private void note(Part part, String by, Instant time) {
    CarryOver over = part.over();
    new CarryRegister(part.source())
        .add(
            new CarryRegister.Carried(
                over.month().toString(),
                over.from(),
                over.to(),
                target.month().month().toString(),
                String.valueOf(over.lines().size()),
                FixedPoint.format(over.milliYuan(), FixedPoint.YUAN_DECIMALS),
                by,
                time.toString()));
  }
}
