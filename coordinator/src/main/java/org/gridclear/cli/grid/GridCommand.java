package org.gridclear.cli.grid;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunRecord;
import org.gridclear.run.ignite.GridControl;
import org.gridclear.run.ignite.IgniteGrid;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.ignite.GridNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear grid}: looks after the members of a grid. */
@Command(
    name = "grid",
    description = "Look after a running grid: members, runs, lost data, quarantined units.")
public final class GridCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** What a subcommand does with the grid. */
  private interface Work {
    void run(GridControl control, GridAccess grid, PrintWriter out);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitCodes.DONE;
  }

  private int with(GridOptions options, Work work) {
    PrintWriter out = spec.commandLine().getOut();
    try (GridNode node = options.visit("operator")) {
      work.run(new GridControl(node), IgniteGrid.access(node), out);
    }
    out.flush();
    return ExitCodes.DONE;
  }

  /** Does something that changes the grid, which is written down. */
  private int changing(
      ActorOptions acting, GridOptions options, String operation, String detail, Work work)
      throws Exception {
    return acting.actor().change("grid " + operation, detail, () -> with(options, work));
  }

  @Command(name = "status", description = "Members, runs under way, lost data.")
  int status(@Mixin GridOptions options) {
    return with(
        options,
        (control, grid, out) -> {
          out.println("member                     role         slots  data    addresses");
          for (GridControl.Member member : control.members()) {
            out.println(
                "%-26s %-12s %5d  %-6s  %s"
                    .formatted(
                        member.name(),
                        member.role().toLowerCase(java.util.Locale.ROOT),
                        member.slots(),
                        member.durable() ? "disk" : "memory",
                        String.join(" ", member.addresses())));
          }
          out.println(
              grid.registry().backupsComplete()
                  ? "Backups are complete: one more node may be lost."
                  : "Backups are being made: do not stop another node now.");
          grid.registry().refusal().ifPresent(out::println);
          if (control.active()) {
            runs(grid, out);
          }
        });
  }

  private static void runs(GridAccess grid, PrintWriter out) {
    for (RunRecord record : grid.registry().open()) {
      out.println(
          "run %s of %s (%s, epoch %d on %s): %s"
              .formatted(
                  record.status().runId(),
                  record.user(),
                  record.priority(),
                  record.epoch(),
                  record.ownerName(),
                  record.status().line("parts")));
    }
    Map<String, Receipt> quarantined = grid.store().quarantined();
    quarantined.forEach(
        (key, receipt) -> out.println("quarantined %s: %s".formatted(key, receipt.failure())));
  }

  @Command(
      name = "drain",
      description = "Take no more work on a node; it stops when its last unit is done.")
  int drain(
      @Mixin GridOptions options,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "NODE", description = "Name of the node.") String name)
      throws Exception {
    return changing(
        acting,
        options,
        "drain",
        name,
        (control, grid, out) -> {
          control.drain(name);
          out.println("Node %s takes no more work and stops when it is idle.".formatted(name));
        });
  }

  @Command(
      name = "reset-lost",
      description = "Go on without data that were lost with the nodes that held them.")
  int resetLost(@Mixin GridOptions options, @Mixin ActorOptions acting) throws Exception {
    return changing(
        acting,
        options,
        "reset-lost",
        "",
        (control, grid, out) -> {
          out.println("Lost: " + control.lost());
          control.resetLost();
        });
  }

  @Command(
      name = "activate",
      description = "Go on without members that are missing, after a restart or a split.")
  int activate(@Mixin GridOptions options, @Mixin ActorOptions acting) throws Exception {
    return changing(
        acting,
        options,
        "activate",
        "",
        (control, grid, out) -> {
          control.activate();
          out.println("The grid goes on with %d members.".formatted(control.members().size()));
        });
  }

  @Command(name = "release", description = "Take a unit out of quarantine.")
  int release(
      @Mixin GridOptions options,
      @Mixin ActorOptions acting,
      @Parameters(paramLabel = "KEY", description = "Work key of the unit.") String key)
      throws Exception {
    return changing(
        acting,
        options,
        "release",
        key,
        (control, grid, out) -> {
          if (!grid.store().release(key)) {
            throw new IllegalArgumentException("No unit %s is in quarantine.".formatted(key));
          }
          out.println("Released.");
        });
  }
}
