package org.gridclear.cli.settlement.close;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.monitoring.impact.BilledMitigations;
import org.gridclear.report.settlement.BillIssuing;
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
public final class SettleBillCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ActorOptions acting;
  @Mixin private MitigationOption mitigations;

  @Parameters(paramLabel = "CLOSE", description = "Folder of the close.")
  private Path folder;

  @ArgGroup(multiplicity = "1")
  private BillChoice which;

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

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.actor();
    actor.require(Right.SETTLE);
    return actor.change(
        "settle bill",
        folder.toAbsolutePath().normalize() + which.words(reason),
        () -> bill(which.wanted(reason, mitigations.given())));
  }

  private Integer bill(BillIssuing.Which wanted) throws IOException {
    PrintWriter output = spec.commandLine().getOut();
    int[] notices = new int[1];
    BillIssuing.Issued issued =
        new BillIssuing(Clock.systemUTC())
            .issue(
                new BillIssuing.Wanted(
                    folder, wanted, Optional.ofNullable(out), Optional.ofNullable(register)),
                close -> {
                  BilledMitigations.Found found = mitigations.of(close);
                  notices[0] = MitigationOption.say(found, output);
                  return found.ofEntity();
                });
    issued.lines(wanted).forEach(output::println);
    output.flush();
    return ExitCodes.clean(issued.failures().size() + notices[0] == 0);
  }
}
