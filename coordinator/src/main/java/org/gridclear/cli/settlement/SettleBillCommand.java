package org.gridclear.cli.settlement;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.monitoring.impact.BilledMitigations;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.report.FolderSwap;
import org.gridclear.report.settlement.BillFolder;
import org.gridclear.settlement.bill.Bill;
import org.gridclear.settlement.bill.BillIssue;
import org.gridclear.settlement.bill.BillRegister;
import org.gridclear.settlement.carry.CarryRegister;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Successor;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle bill CLOSE}: bills as PDF, CSV and XLSX. */
@Command(
    name = "bill",
    description = {
      "Write bills: --all issues one PDF per entity and bills.csv; --entity writes one with its"
          + " detail.",
      "Numbers come from a register and never repeat; an issued bill never changes, a credit note"
          + " cancels it.",
      "Once issued, the bills of a correction show the differences and name the old bills."
    })
final class SettleBillCommand implements Callable<Integer> {
  /** Clock of the market, UTC+8 without daylight saving (AMB-30). */
  private static final ZoneOffset MARKET_TIME = ZoneOffset.ofHours(8);

  @Spec private CommandSpec spec;
  @Mixin private ActorOptions acting;
  @Mixin private MitigationOption mitigations;

  @Parameters(paramLabel = "CLOSE", description = "Folder of the close.")
  private Path folder;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the bills (default: CLOSE/bills, or CLOSE/bill-ENTITY).")
  private Path out;

  @Option(
      names = "--register",
      paramLabel = "DIR",
      description = "Folder of bill-register.csv (default: the settlement folder).")
  private Path register;

  @Option(names = "--reason", defaultValue = "", description = "Why a bill is cancelled.")
  private String reason;

  /** Which bills. */
  static final class Which {
    @Option(names = "--all", description = "Issue the bills of all entities.")
    boolean all;

    @Option(names = "--entity", description = "Issue the bills of one entity, with every line.")
    String entity;

    @Option(
        names = "--cancel",
        paramLabel = "NUMBER",
        description = "Cancel a bill of this close by a credit note; needs --reason.")
    String cancel;
  }

  @Override
  public Integer call() throws Exception {
    String what = which.cancel == null ? "" : ", bill %s: %s".formatted(which.cancel, reason);
    Actor actor = acting.actor();
    actor.require(Right.SETTLE);
    return actor.change("settle bill", folder.toAbsolutePath().normalize() + what, this::bill);
  }

  private Integer bill() throws IOException {
    if (which.cancel == null) {
      Successor.refuse(folder, "billed");
    } else if (mitigations.given()) {
      throw new IllegalArgumentException(
          "--market, --map and --system are of bills, not --cancel.");
    }
    Path place =
        out != null ? out : folder.resolve(which.entity == null ? "bills" : "bill-" + which.entity);
    String now = OffsetDateTime.now(MARKET_TIME).format(BillIssue.PUBLISHED);
    int[] failures = new int[1];
    int notices;
    try (CloseFolder close = CloseFolder.open(folder);
        BillRegister issued =
            BillRegister.open(register != null ? register : Path.of(close.record().source()))) {
      if (!close.record().billable()) {
        throw new IllegalArgumentException(
            ("The books of %s do not balance, are not allocated or have data that are to be"
                    + " verified; see summary.json. No bill is made.")
                .formatted(folder));
      }
      new CarryRegister(Path.of(close.record().source()))
          .of(BillRegister.books(close))
          .ifPresent(
              carried -> {
                throw new IllegalArgumentException(
                    "%s was carried into %s; its differences are on the bills of that month."
                        .formatted(folder, carried.into()));
              });
      BilledMitigations.Found mitigated = mitigations.of(close);
      notices = MitigationOption.say(mitigated, spec.commandLine().getOut());
      BillFolder bills = new BillFolder(close, issued, now, mitigated.ofEntity());
      FolderSwap.merge(place, aside -> failures[0] = write(bills, aside, place));
    }
    return failures[0] + notices == 0 ? ExitCodes.DONE : ExitCodes.FAILED_CELLS;
  }

  private int write(BillFolder bills, Path aside, Path place) throws IOException {
    PrintWriter output = spec.commandLine().getOut();
    if (which.cancel != null) {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("A credit note needs a --reason; it is on the note.");
      }
      Bill note = bills.cancel(aside, which.cancel, reason);
      print(output, "Credit note", note, place);
      return 0;
    }
    BillFolder.Result result = which.all ? bills.all(aside) : bills.one(aside, which.entity);
    if (which.all) {
      output.println("%d bills in %s".formatted(result.bills().size(), place));
    } else {
      result.bills().forEach(bill -> print(output, "Bill", bill, place));
    }
    result.failures().forEach(failure -> output.println("NOT ISSUED " + failure));
    output.flush();
    return result.failures().size();
  }

  private static void print(PrintWriter output, String kind, Bill bill, Path place) {
    output.println(
        "%s %s: %s yuan, in %s"
            .formatted(kind, bill.number(), FixedPoint.format(bill.total(), 3), place));
  }
}
