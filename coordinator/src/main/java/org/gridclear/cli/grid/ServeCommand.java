package org.gridclear.cli.grid;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.account.Face;
import org.gridclear.account.seal.DailySeals;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.option.OptionNumbers;
import org.gridclear.cli.process.Grid;
import org.gridclear.cli.process.MemberLifecycle;
import org.gridclear.cli.site.ServedSite;
import org.gridclear.run.RunLimits;
import org.gridclear.web.WebServer;
import org.gridclear.web.account.ServerSecurity;
import org.gridclear.web.face.Door;
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

  @Option(
      names = "--port",
      converter = OptionNumbers.Port.class,
      defaultValue = "8080",
      description = "HTTP port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--face",
      paramLabel = "FACE",
      description = {
        "Serve a face alone, each at a port of its own: operator, member, publication, settlement",
        "or admin, as FACE, FACE=PORT or FACE=HOST:PORT (default: --host, --port). May be given",
        "more than once; without it all calls are answered at --port (docs/protection.md)."
      })
  private List<String> faces = List.of();

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Folder in which submitted studies find their base files (default: this one).")
  private Path cases;

  @Option(
      names = "--runs-max",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "64",
      description = "Runs that may be under way in the grid (default: ${DEFAULT-VALUE}).")
  private int runsMax;

  @Option(
      names = "--runs-of-user-max",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "16",
      description = "Runs of one user that may be under way (default: ${DEFAULT-VALUE}).")
  private int runsOfUserMax;

  @Option(
      names = "--units-max",
      converter = OptionNumbers.FromOne.class,
      defaultValue = "200000",
      description = "Units that one run may have (default: ${DEFAULT-VALUE}).")
  private int unitsMax;

  @Option(
      names = "--market",
      paramLabel = "DIR",
      description = "Market folder that is served (gridclear market init); default: none.")
  private Path market;

  @Option(
      names = "--hot-days",
      converter = OptionNumbers.FromZero.class,
      defaultValue = "35",
      description =
          "Newest trading dates of each market whose results are in the grid's memory, too"
              + " (default: ${DEFAULT-VALUE}).")
  private int hotDays;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Faces served = Faces.read(faces, gridOptions.host, port, accounts.asked());
    served.refuseUnguarded(plain(), accounts.asked(), gridOptions.keys != null);
    scheduler.check(market != null);
    site.check(market != null, gridOptions.keys != null);
    gridOptions.reach();
    MemberLifecycle staying = new MemberLifecycle();
    return staying.run(
        "serve",
        gridOptions.join,
        out,
        join -> {
          gridOptions.again(join);
          return run(staying, served, out);
        });
  }

  private GridNode.Ended run(MemberLifecycle staying, Faces doors, PrintWriter out) {
    RunLimits limits = new RunLimits(runsMax, runsOfUserMax, unitsMax, Duration.ZERO);
    ServerSecurity security = accounts.open(gridOptions.keys, out);
    try (DailySeals seals = accounts.seals(security);
        ServedMarket served = ServedMarket.open(market);
        Grid grid = Grid.start(gridOptions, limits, true);
        ServedSite.Running sending =
            site.start(served.served(), accounts.folder(), cases, grid, gridOptions, out);
        WebServer server =
            WebServer.of(grid.runs(), cases, security)
                .at(gridOptions.host, port)
                .market(hot(served, grid))
                .members(grid.members())
                .faces(doors)
                .start();
        ServedScheduler.Running workflows = workflows(served, grid, out);
        ServeRecords records = records(security, grid)) {
      String scheme = gridOptions.keys == null ? "http" : "https";
      doors.ready(scheme, plain(), server.port()).forEach(out::println);
      out.flush();
      return staying.await(grid.ended());
    }
  }

  private ServeRecords records(ServerSecurity security, Grid grid) {
    return ServeRecords.start(
        security.closed() ? security.log() : null,
        grid.members(),
        spec.root().version()[0],
        spec.commandLine().getParseResult().originalArgs());
  }

  private Door plain() {
    return new Door(Face.OPERATOR, gridOptions.host, port);
  }

  private ServedScheduler.Running workflows(ServedMarket served, Grid grid, PrintWriter out) {
    return served
        .served()
        .map(folder -> scheduler.start(folder, grid.runs(), accounts, out))
        .orElse(() -> {});
  }

  private ServedMarket hot(ServedMarket served, Grid grid) {
    return hotDays == 0
        ? served
        : grid.days().map(days -> served.hot(days, hotDays)).orElse(served);
  }
}
