package org.gridclear.cli.settlement.credit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.exposure.StandingDay;
import org.gridclear.settlement.exposure.StandingLedger;
import org.gridclear.settlement.payment.Credit;
import org.gridclear.settlement.reader.SettlementReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code gridclear settle credit read}: take the readings of all meters of an interval and say
 * whose guarantees do not cover what it owes now.
 */
@Command(
    name = "read",
    description = {
      "Take the readings of all meters of an interval and say whose guarantees do not cover what",
      "it owes now. Exit code 1 if there are some."
    })
final class CreditReadCommand extends PrintingCommand {
  @Mixin private MarketOption market;

  @Mixin private ActorOptions acting;

  @Mixin private IntervalOptions interval;

  @Parameters(paramLabel = "FILE", description = "CSV: meter,series,mwh.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    byte[] readings = Files.readAllBytes(file);
    StandingDay day = StandingDay.of(SettlementReader.open(interval.folder()), interval.date());
    try (OpenProcess open = OpenProcess.of(market)) {
      StandingLedger.Outcome outcome =
          open.settle(
              acting,
              "credit read",
              interval.date() + " " + interval.number(),
              by ->
                  new StandingLedger(open.ledger())
                      .read(day, interval.date(), interval.number(), readings, by));
      said(
          "%d readings, %d members; the market gets %s yuan.",
          outcome.readings(), outcome.members(), FixedPoint.yuan(outcome.marketMilliYuan()));
      for (Credit.Position each : outcome.uncovered()) {
        said(
            "%s: %s yuan are not covered",
            each.member(), FixedPoint.yuan(each.uncoveredMilliYuan()));
      }
      return ExitCodes.clean(outcome.uncovered().isEmpty());
    }
  }
}
