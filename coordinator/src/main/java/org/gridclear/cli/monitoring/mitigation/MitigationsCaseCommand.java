package org.gridclear.cli.monitoring.mitigation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.file.WrittenFile;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.monitoring.impact.Mitigations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear monitor mitigations case}: write the case of the final run of an approved one,
 * or the day as offered.
 */
@Command(
    name = "case",
    description = "Write the case of the final run of an approved one, or the day as offered.")
public final class MitigationsCaseCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Option(names = "--offered", description = "The day as it was offered.")
  private boolean offered;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out;

  @Parameters(paramLabel = "NUMBER", description = "Number of the mitigation.")
  private long number;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out)) {
      throw new IllegalArgumentException("The file (%s) exists; name another.".formatted(out));
    }
    try (MarketFolder folder = market.open()) {
      Mitigations mitigations = new Mitigations(folder, Clock.systemUTC());
      WrittenFile.write(
          out, offered ? mitigations.offeredCase(number) : mitigations.approvedCase(number));
    }
    out().println("Written: " + out);
    out().flush();
    return ExitCodes.DONE;
  }
}
