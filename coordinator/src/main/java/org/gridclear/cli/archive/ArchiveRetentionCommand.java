package org.gridclear.cli.archive;

import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.archive.Retention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code gridclear archive retention}: classes of records: how long each is kept, how many there
 * are, what is over.
 */
@Command(
    name = "retention",
    description = "Classes of records: how long each is kept, how many there are, what is over.")
final class ArchiveRetentionCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(output, out(), folder -> new Retention(folder, Clock.systemUTC()).table());
  }
}
