package org.gridclear.cli.settlement.handover;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.KnownAccounts;
import org.gridclear.market.approval.OpenAnomalies;
import org.gridclear.market.handover.SettlementHandOver;
import org.gridclear.market.handover.SettlementHandOver.HandedOver;
import org.gridclear.market.handover.SettlementHandOver.Wanted;
import org.gridclear.market.store.MarketFolder;

/** Imports what is in force in a market folder. */
final class ApprovedDay {
  private ApprovedDay() {}

  /** Whether a folder is that of a market. */
  static boolean isMarket(Path folder) {
    return Files.isRegularFile(folder.resolve("market.json"));
  }

  /** Hands a date on to a settlement and says what became of it; returns the exit code. */
  static int hand(Path folder, Wanted wanted, PrintWriter out) throws IOException {
    try (MarketFolder market = MarketFolder.open(folder)) {
      DayApproval approval =
          new DayApproval(market, OpenAnomalies.NONE, KnownAccounts.NONE, Clock.systemUTC());
      HandedOver done =
          new SettlementHandOver(market, approval, Clock.systemUTC()).handOver(wanted);
      done.alarms().forEach(alarm -> out.println("ALARM: " + alarm));
      int others = done.versions().size() - 1;
      HandedText.merged(
          done.versions().get(0).text() + (others == 0 ? "" : " and %d more".formatted(others)),
          wanted.folder(),
          done.merged(),
          out);
      HandedText.notice(HandedText.UNMATCHED, done.unmatched(), out);
      HandedText.notice(
          "things of the registry are not in the settlement", done.withoutElement(), out);
      HandedText.notice(
          "units and storages of the settlement are not in the day", done.entitiesWithout(), out);
      out.flush();
      return ExitCodes.clean(done.alarms().isEmpty());
    }
  }
}
