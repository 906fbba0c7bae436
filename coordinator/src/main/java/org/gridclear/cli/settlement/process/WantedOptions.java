package org.gridclear.cli.settlement.process;

import java.nio.file.Path;
import java.time.LocalDate;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.StatementDraft;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be published. */
final class WantedOptions {
  @Option(
      names = "--kind",
      required = true,
      description = "What is published: ${COMPLETION-CANDIDATES}.")
  private Act.Kind kind;

  @Option(names = "--from", description = "First day; not of an update or resettlement.")
  private @Nullable LocalDate from;

  @Option(names = "--to", description = "Last day; not of an update or resettlement.")
  private @Nullable LocalDate to;

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

  /** What is to be published; a number of 0 is none. */
  StatementDraft.Wanted draft() {
    return new StatementDraft.Wanted(kind, from, to, of == 0 ? null : Long.valueOf(of));
  }

  Path close() {
    return close;
  }
}
