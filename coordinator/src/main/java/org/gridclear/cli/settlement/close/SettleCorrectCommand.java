package org.gridclear.cli.settlement.close;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.process.Grid;
import org.gridclear.report.settlement.CorrectedClose;
import org.gridclear.settlement.close.CorrectionRequest;
import org.gridclear.settlement.close.MonthCorrection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gridclear settle correct CLOSE CORRECTION}: a corrected version of a close. */
@Command(
    name = "correct",
    description = {
      "Close a month again with corrected rows: CORRECTION/days/<date>/meters.csv,"
          + " CORRECTION/tariffs.csv and the",
      "like, with what is corrected only. It starts from the inputs that CLOSE keeps, never from"
          + " the live folder.",
      "A column 'action' says add, replace (default) or withdraw; what is not named stays."
          + " changes.csv lists who",
      "changed, by item and day; corrections.csv lists the changed inputs."
    })
public final class SettleCorrectCommand extends PrintingCommand {
  @Mixin private SettleRun run;
  @Mixin private ActorOptions acting;

  @Parameters(
      index = "0",
      paramLabel = "CLOSE",
      description = "Folder of the close that the correction follows.")
  private Path closeFolder;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CORRECTION",
      description = "Folder with corrected rows.")
  private Path correction;

  @Option(
      names = "--book",
      paramLabel = "FILE",
      description = "Instead of CORRECTION: an approved rule book for this month.")
  private Path book;

  @Option(
      names = "--merge",
      description =
          "If CLOSE was corrected already: follow its last version, unless both change the same"
              + " value.")
  private boolean merge;

  @Override
  public Integer call() throws Exception {
    Actor actor = acting.actor();
    actor.require(Right.SETTLE);
    return actor.change(
        "settle correct",
        "%s: %s".formatted(closeFolder.toAbsolutePath().normalize(), run.reason()),
        this::correct);
  }

  private Integer correct() throws IOException {
    if (run.reason().isBlank()) {
      throw new IllegalArgumentException("A correction needs a --reason; it is written down.");
    }
    CorrectionRequest asked =
        new CorrectionRequest(
            closeFolder, Optional.ofNullable(correction), Optional.ofNullable(book), merge);
    run.reach();
    return asked.used(this::close);
  }

  private int close(MonthCorrection what) throws IOException {
    return run.run(
        Grid::startLight,
        what.previous().record().month(),
        out(),
        err(),
        new CorrectedClose(what, run.reason(), out()::print));
  }
}
