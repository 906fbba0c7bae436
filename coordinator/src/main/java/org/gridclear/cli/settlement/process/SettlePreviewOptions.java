package org.gridclear.cli.settlement.process;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code gridclear settle preview CLOSE CORRECTION} is asked. */
final class SettlePreviewOptions {
  @Parameters(index = "0", paramLabel = "CLOSE", description = "Folder of the close.")
  private Path close;

  @Parameters(
      index = "1",
      paramLabel = "CORRECTION",
      description = "Folder with the corrected rows, as 'settle correct' takes it.")
  private Path correction;

  @Option(names = "--changes", description = "Every amount, by entity, day and item.")
  private boolean every;

  Path close() {
    return close;
  }

  Path correction() {
    return correction;
  }

  boolean every() {
    return every;
  }
}
