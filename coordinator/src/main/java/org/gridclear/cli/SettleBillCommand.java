package org.gridclear.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.gridclear.close.BillRegister;
import org.gridclear.close.CloseFolder;
import org.gridclear.close.Successor;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.BillFolder;
import org.gridclear.report.FolderSwap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle bill CLOSE}: bills as PDF, CSV and XLSX. */
@Command(
    name = "bill",
    description = {
      "Write bills: --all issues one PDF per entity and bills.csv; --entity writes one with its detail.",
      "Once issued, the bills of a correction show the differences and name the old bills."
    })
final class SettleBillCommand implements Callable<Integer> {
  /** Clock of the market, UTC+8 without daylight saving (AMB-30). */
  private static final ZoneOffset MARKET_TIME = ZoneOffset.ofHours(8);

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CLOSE", description = "Folder of the close.")
  private Path folder;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the bills (default: CLOSE/bills).")
  private Path out;

  /** Which bills. */
  static final class Which {
    @Option(names = "--all", description = "Issue the bills of all entities.")
    boolean all;

    @Option(names = "--entity", description = "The bill of one entity, with every line.")
    String entity;
  }

  @Override
  public Integer call() throws IOException {
    Successor.refuse(folder, "billed");
    try (CloseFolder close = CloseFolder.open(folder)) {
      if (!close.record().billable()) {
        throw new IllegalArgumentException(
            "The books of %s do not balance or are not allocated; see summary.json. No bill is made."
                .formatted(folder));
      }
      Path target = out != null ? out : folder.resolve("bills");
      String now =
          LocalDateTime.now(MARKET_TIME).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
      BillFolder bills = new BillFolder(close, now);
      FolderSwap.write(
          target,
          aside -> {
            if (which.all) {
              int count = bills.all(aside);
              spec.commandLine().getOut().println("%d bills in %s".formatted(count, target));
            } else {
              var bill = bills.one(aside, which.entity);
              spec.commandLine()
                  .getOut()
                  .println(
                      "Bill %s: %s yuan, in %s"
                          .formatted(bill.number(), FixedPoint.format(bill.total(), 3), target));
            }
          });
      if (which.all) {
        BillRegister.issue(folder, now);
      }
    }
    return ExitCodes.DONE;
  }
}
