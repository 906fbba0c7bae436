package org.gridclear.cli.archive;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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

  @Option(names = "--from", required = true, description = "First day.")
  private LocalDate from;

  @Option(names = "--to", description = "Last day (default: the first).")
  private LocalDate to;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Who (default: everybody).")
  private String account;

  @Option(
      names = "--member",
      paramLabel = "ID",
      defaultValue = "",
      description = "Whose (default: all).")
  private String member;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Kinds of things, such as declaration, transition (default: all).")
  private List<String> kinds;

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
      ZoneId zone = folder.facts().zone();
      LocalDate last = to == null ? from : to;
      Operations operations = new Operations(folder);
      Operations.Page page =
          operations.find(
              new Operations.Asked(
                  from.atStartOfDay(zone).toInstant(),
                  last.plusDays(1).atStartOfDay(zone).toInstant(),
                  account,
                  member,
                  kinds == null ? List.of() : kinds),
              after,
              limit);
      output.write(operations.table(page.rows()), out());
      if (!page.next().isEmpty()) {
        err().println("There are more: --after " + page.next());
      }
    }
    return ExitCodes.DONE;
  }
}
