package org.gridclear.cli.settlement;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
  private static final int SHOWN = 20;

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
      out.printf(
          "Prices of %d points and %d awards of %s%s, in %s: %d series added, %d replaced, %d"
              + " kept%n",
          done.merged().points(),
          done.merged().awards(),
          done.versions().get(0).text(),
          done.versions().size() == 1 ? "" : " and %d more".formatted(done.versions().size() - 1),
          wanted.folder(),
          done.merged().added(),
          done.merged().replaced(),
          done.merged().kept());
      say(out, "elements of the day are nothing of the settlement", done.unmatched());
      say(out, "things of the registry are not in the settlement", done.withoutElement());
      say(out, "units and storages of the settlement are not in the day", done.entitiesWithout());
      out.flush();
      return done.alarms().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
    }
  }

  private static void say(PrintWriter out, String what, List<String> ids) {
    if (!ids.isEmpty()) {
      out.printf(
          "NOTICE: %d %s: %s%s%n",
          ids.size(),
          what,
          String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size()))),
          ids.size() > SHOWN ? ", …" : "");
    }
  }
}
