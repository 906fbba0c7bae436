package org.gridclear.cli.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.Notice;
import org.gridclear.market.publication.Notices;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.publication.PublicationRow;

/** What commands of {@code gridclear publish notice} share. */
abstract class NoticeStepCommand extends PrintingCommand {
  final int done(MarketOption market, ActorOptions acting, String operation, NoticeWork work)
      throws Exception {
    try (MarketFolder folder = market.open()) {
      Actor actor = acting.required(folder.path());
      actor.scope(Right.OPERATE_MARKET);
      Notices notices = Notices.of(folder, DayStore.of(folder), Clock.systemUTC());
      MarketClock clock = MarketOption.clock(folder);
      PublicationRow row =
          actor.change(
              "publish notice " + operation,
              folder.facts().name(),
              () -> work.of(notices, clock, actor));
      out()
          .printf(
              "Publication %d, %s, %d told%n",
              row.number(), row.action(), notices.receipts(row.number()).size());
      out().flush();
    }
    return ExitCodes.DONE;
  }

  static Notice read(Path file, List<Path> papers, Notices notices, MarketClock clock)
      throws IOException {
    Notice notice =
        Notice.read(Files.readAllBytes(file), String.valueOf(file.getFileName()), clock);
    List<Notice.Paper> kept = new ArrayList<>();
    for (Path paper : papers) {
      kept.add(notices.keep(String.valueOf(paper.getFileName()), Files.readAllBytes(paper)));
    }
    return notice.with(kept);
  }
}
