package org.gridclear.cli.archive;

import java.io.IOException;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.archive.Operations;
import org.gridclear.market.store.MarketFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code gridclear archive operations}: who did what when, the earliest first: declarations,
 * versions, transitions, anomalies, proposals and reviews, workflows, publications,
 * acknowledgements, exchange.
 */
@Command(
    name = "operations",
    description = {
      "Who did what when, the earliest first: declarations, versions, transitions, anomalies,",
      "proposals and reviews, workflows, publications, acknowledgements, exchange. Logins and",
      "calls are in the audit log."
    })
final class ArchiveOperationsCommand extends PrintingCommand {
  @Mixin private MarketOption market;
  @Mixin private OperationOptions asked;

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      defaultValue = Operations.FIRST,
      description = "Go on after an answer, by what it named.")
  private String after;

  @Option(
      names = "--limit",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "1000",
      description = "The most (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      Operations operations = new Operations(folder);
      Operations.Page page = operations.find(asked.in(folder.facts().zone()), after, limit);
      output.write(operations.table(page.rows()), out());
      if (!page.next().isEmpty()) {
        err().println("There are more: --after " + page.next());
      }
    }
    return ExitCodes.DONE;
  }
}
