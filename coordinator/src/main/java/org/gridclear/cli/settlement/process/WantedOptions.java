package org.gridclear.cli.settlement.process;

import java.nio.file.Path;
import java.time.LocalDate;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.settlement.process.Act;
import picocli.CommandLine.Option;

/** What is to be published. */
final class WantedOptions {
  @Option(
      names = "--kind",
      required = true,
      description = "What is published: ${COMPLETION-CANDIDATES}.")
  private Act.Kind kind;

  @Option(names = "--from", description = "First day; not of an update or resettlement.")
  private LocalDate from;

  @Option(names = "--to", description = "Last day; not of an update or resettlement.")
  private LocalDate to;

  @Option(
      names = "--of",
      paramLabel = "NUMBER",
      defaultValue = "0",
      converter = OptionNumbers.FromZero.class,
      description = "Publication of the month that an update or resettlement follows.")
  private int of;

  @Option(
      names = "--close",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the close.")
  private Path close;

  Act.Kind kind() {
    return kind;
  }

  LocalDate from() {
    return from;
  }

  LocalDate to() {
    return to;
  }

  int of() {
    return of;
  }

  Path close() {
    return close;
  }
}
