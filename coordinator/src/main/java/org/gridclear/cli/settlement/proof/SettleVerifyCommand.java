package org.gridclear.cli.settlement.proof;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.quantity.Count;
import org.gridclear.report.settlement.TableAudit;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CloseRecomputation;
import org.gridclear.settlement.close.CloseVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle verify CLOSE}: a close from what it kept, byte for byte. */
@Command(
    name = "verify",
    description = {
      "Compute a close again from the inputs that it keeps, not from the live folder, and compare"
          + " every block,",
      "charge, share, hash and table byte for byte. Exit code 1 if anything differs."
    })
public final class SettleVerifyCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CLOSE", description = "Folder of the close.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (CloseFolder close = CloseFolder.open(folder)) {
      CloseVerification.Result kept = CloseVerification.of(close);
      List<String> differences = new ArrayList<>(kept.differences());
      CloseRecomputation again = CloseRecomputation.of(close);
      differences.addAll(again.differences());
      differences.addAll(kept.billable(close.record(), again.closed()));
      differences.addAll(TableAudit.differences(close, again.closed(), kept.open()));
      List<String> each = differences.stream().distinct().toList();
      each.stream().limit(SHOWN).forEach(out::println);
      out.printf(
          "%s from its %s: %s%n",
          folder,
          Count.of(close.record().inputs().size(), "kept file"),
          each.isEmpty()
              ? "byte-equal, books " + close.record().bookHash()
              : Count.of(each.size(), "difference"));
      SealSignature.note(folder, out);
      out.flush();
      return ExitCodes.clean(differences.isEmpty());
    }
  }
}
