package org.gridclear.cli.publication;

import java.time.LocalDate;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.publication.PublicationTables;
import org.gridclear.market.store.publication.PublicationStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear publish list}: what was published of a range of trading dates. */
@Command(name = "list", description = "What was published of a range of trading dates.")
final class PublishListCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Option(names = "--from", required = true, description = "First trading date.")
  private LocalDate from;

  @Option(names = "--to", required = true, description = "Last trading date.")
  private LocalDate to;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder ->
            PublicationTables.publications(
                new PublicationStore(folder.database()).between(from, to),
                MarketOption.clock(folder)));
  }
}
