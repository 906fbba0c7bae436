package org.gridclear.cli.grid;

import java.io.PrintWriter;
import java.util.Map;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.run.GridAccess;
import org.gridclear.run.RunRecord;
import org.gridclear.run.ignite.GridControl;
import org.gridclear.worker.api.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gridclear grid status}: members, runs under way, lost data. */
@Command(name = "status", description = "Members, runs under way, lost data.")
final class GridStatusCommand extends GridCallCommand {
  @Mixin private GridOptions options;

  @Override
  public Integer call() {
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
        (key, receipt) -> out.println("quarantined %s: %s".formatted(key, receipt.why())));
  }
}
