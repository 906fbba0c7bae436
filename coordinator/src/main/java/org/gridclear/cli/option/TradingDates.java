package org.gridclear.cli.option;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A trading date, or a range of them. */
public final class TradingDates {
  @Option(names = "--date", paramLabel = "DATE", description = "Trading date.")
  private @Nullable LocalDate date;

  @Option(names = "--from", paramLabel = "DATE", description = "First trading date of a range.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last trading date of a range.")
  private @Nullable LocalDate to;

  /**
   * Dates that were asked for.
   *
   * @param from the first
   * @param to the last
   * @param one whether they are one date by itself, and no range
   */
  public record Asked(LocalDate from, LocalDate to, boolean one) {}

  /**
   * The dates.
   *
   * @throws IllegalArgumentException if it is neither one date nor a range with both its ends
   */
  public Asked asked() {
    if (date != null && from == null && to == null) {
      return new Asked(date, date, true);
    }
    if (date == null && from != null && to != null) {
      return new Asked(from, to, false);
    }
    throw new IllegalArgumentException("Give --date, or --from and --to.");
  }
}
