package org.gridclear.cli.settlement.credit;

import java.nio.file.Path;
import java.time.LocalDate;
import org.gridclear.cli.option.OptionNumbers;
import picocli.CommandLine.Option;

/** Which interval. */
final class IntervalOptions {
  @Option(
      names = "--folder",
      paramLabel = "DIR",
      required = true,
      description = "Settlement folder with the day as it is known: contracts, awards, prices.")
  private Path folder;

  @Option(names = "--date", required = true, description = "Operating day.")
  private LocalDate date;

  @Option(
      names = "--interval",
      required = true,
      converter = OptionNumbers.FromOne.class,
      description = "Interval that was read, from 1.")
  private int number;

  Path folder() {
    return folder;
  }

  LocalDate date() {
    return date;
  }

  int number() {
    return number;
  }
}
