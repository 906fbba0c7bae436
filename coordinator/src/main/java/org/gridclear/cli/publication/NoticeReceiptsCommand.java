package org.gridclear.cli.publication;

import java.time.Clock;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.NoticeText;
import org.gridclear.market.publication.Notices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gridclear publish notice receipts}: who was told of a notice, and who has read it. */
@Command(name = "receipts", description = "Who was told of a notice, and who has read it.")
final class NoticeReceiptsCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Parameters(
      paramLabel = "NUMBER",
      converter = OptionNumbers.FromOne.class,
      description = "Its publication.")
  private int number;

  @Mixin private TableOutput output;

  @Override
  public Integer call() throws Exception {
    return market.answer(
        output,
        out(),
        folder -> {
          Notices notices = Notices.of(folder, DayStore.of(folder), Clock.systemUTC());
          return NoticeText.receipts(notices.receipts(number), MarketOption.clock(folder));
        });
  }
}
