package org.gridclear.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.MemberLifecycle;
import org.gridclear.cli.scheduler.ServedScheduler;
import org.gridclear.cli.site.ServedSite;
import org.gridclear.web.WebServer;
import org.gridclear.web.account.OpenedAccounts;
import org.gridclear.web.face.Faces;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.worker.ignite.GridNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gridclear serve}: REST, metrics and the OpenAPI page. */
@Command(
    name = "serve",
    description = {
      "Serve the REST interface under /api/v1, its page under /swagger-ui.html,",
      "and Prometheus metrics under /metrics."
    })
public final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;
  @Mixin private ServedAccounts accounts;
  @Mixin private ServedScheduler scheduler;
  @Mixin private ServedSite site;
  @Mixin private ServedDoors doors;
  @Mixin private RunLimitOptions limits;
  @Mixin private ServedMarketOptions market;

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Folder in which submitted studies find their base files (default: this one).")
  private Path cases;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Faces faces = doors.faces(gridOptions, accounts.asked());
    scheduler.check(market.given());
    site.check(market.given(), gridOptions.keys != null);
    gridOptions.reach();
    MemberLifecycle staying = new MemberLifecycle();
    return staying.run(
        "serve",
        gridOptions.join,
        out,
        join -> {
          gridOptions.again(join);
          return run(staying, faces, out);
        });
  }

  private GridNode.Ended run(MemberLifecycle staying, Faces faces, PrintWriter out) {
    try (OpenedAccounts opened = accounts.open(gridOptions.keys, out);
        ServedMarket served = market.open();
        Grid grid = Grid.start(gridOptions, limits.limits(), true);
        ServedSite.Running sending =
            site.start(served.served(), accounts.folder(), cases, grid, gridOptions, out);
        WebServer server =
            WebServer.of(grid.runs(), cases, opened.security())
                .at(gridOptions.host, doors.port())
                .market(market.hot(served, grid))
                .members(grid.members())
                .faces(faces)
                .start();
        ServedScheduler.Running workflows =
            scheduler.start(served.served(), grid.runs(), accounts.folder(), out);
        var records =
            opened.records(
                grid.members(),
                spec.root().version()[0],
                spec.commandLine().getParseResult().originalArgs())) {
      doors.say(faces, gridOptions, server.port(), out);
      return staying.await(grid.ended());
    }
  }
}
