package org.gridclear.cli.settlement.handover;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.compare.CaseFolders;
import org.gridclear.market.handover.RunHandOver;

/** Imports a day that a run cleared. */
final class ClearedRun {
  private ClearedRun() {}

  /**
   * Hands a case on to a settlement and says what became of it; returns the exit code.
   *
   * @param caseName case of a study; "" for the first
   * @param of which day, for a person
   */
  static int hand(
      Path folder, String caseName, RunHandOver.Wanted wanted, String of, PrintWriter out)
      throws IOException {
    CaseFolders.Cleared run = CaseFolders.read(folder, caseName);
    RunHandOver.HandedOver done =
        new RunHandOver(Clock.systemUTC())
            .handOver(new RunHandOver.Run(run.day(), run.result(), run.summary()), wanted);
    done.overridden().forEach(objection -> out.println("OVERRIDDEN: " + objection));
    HandedText.merged(of, wanted.folder(), done.merged(), out);
    if (run.result().security() == null) {
      out.println("NOTICE: no AC check was asked for when the day was cleared");
    }
    HandedText.notice(HandedText.UNMATCHED, done.unmatched(), out);
    out.flush();
    return ExitCodes.clean(done.overridden().isEmpty());
  }
}
