package org.gridclear.cli.publication;

import java.time.Clock;
import java.time.LocalDate;
import org.gridclear.account.Scope;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.NoticeText;
import org.gridclear.market.publication.Notices;
import org.gridclear.market.publication.Recipient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gridclear publish notice list}: notices that were published in a range of days. */
@Command(name = "list", description = "Notices that were published in a range of days.")
final class NoticeListCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Option(names = "--from", required = true, description = "First day.")
  private LocalDate from;

  @Option(names = "--to", required = true, description = "Last day.")
  private LocalDate to;

  @Option(names = "--standing", description = "Only those that hold now.")
  private boolean standing;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> {
          Notices notices = Notices.of(folder, DayStore.of(folder), Clock.systemUTC());
          return NoticeText.table(
              notices.list(new Recipient.Operator(), Scope.ALL, from, to, standing),
              MarketOption.clock(folder));
        });
  }
}
