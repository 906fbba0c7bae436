package org.gridclear.bench.process;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.gridclear.bench.day.SharedClock;
import org.gridclear.run.RunLimits;
import org.gridclear.run.actor.ActorStudyRuns;
import org.gridclear.run.local.LocalGrid;
import org.gridclear.web.WebServer;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.market.ServedMarket;

/** The server of the bench, in a process of its own: all of it, by a clock that is set outside. */
final class ProcessServer {
  private ProcessServer() {}

  /** Arguments: folder of cases with market, accounts and clock in it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    ServerSecurity security =
        ServerSecurity.of(folder.resolve(MonthPlace.ACCOUNTS), null, Clock.systemUTC());
    SharedClock clock = SharedClock.of(folder.resolve(MonthPlace.CLOCK), ZoneId.of("UTC"));
    ServedMarket market = ServedMarket.open(folder.resolve(MonthPlace.MARKET));
    LocalGrid grid = new LocalGrid(1);
    ActorStudyRuns runs =
        new ActorStudyRuns(grid.access(), RunLimits.OF_COMMANDS, Clock.systemUTC());
    WebServer server = WebServer.of(runs, folder, security).market(market).clock(clock).start();
    System.out.println("port " + server.port());
    System.out.flush();
    // Ends with the process that started it.
    while (System.in.read() >= 0) {}
    server.close();
    market.close();
    System.exit(0);
  }
}
