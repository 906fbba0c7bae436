package org.gridclear.cli.settlement.close;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.process.Grid;
import org.gridclear.report.settlement.CorrectionTables;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Closing;
import org.gridclear.settlement.close.MonthCorrection;
import org.gridclear.settlement.close.Seal;
import org.gridclear.settlement.close.Successor;
import org.gridclear.settlement.register.DayLocks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
public final class SettleCorrectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
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
    if ((correction == null) == (book == null)) {
      throw new IllegalArgumentException(
          "Give either CORRECTION or --book; a book is a step by itself.");
    }
    run.reach();
    if (!merge) {
      Successor.refuse(closeFolder, "corrected");
    }
    try (CloseFolder close = CloseFolder.open(closeFolder)) {
      CloseFolder last = MonthCorrection.last(close);
      try {
        MonthCorrection what = what(last);
        what.refuseConflicts(close);
        return run(what);
      } finally {
        if (last != close) {
          last.close();
        }
      }
    }
  }

  private MonthCorrection what(CloseFolder last) throws IOException {
    if (book != null) {
      return MonthCorrection.ofBook(last, Files.readString(book), book.toString());
    }
    DayLocks locks = new DayLocks(Path.of(last.record().source()));
    for (LocalDate date : MonthCorrection.dates(last, correction)) {
      locks.refuse(date);
    }
    return MonthCorrection.ofFiles(last, correction);
  }

  private int run(MonthCorrection what) throws IOException {
    return run.run(
        Grid::startLight,
        what.previous().record().month(),
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        new SettleRun.Work() {
          @Override
          public Closing.Outcome run(Closing closing, Path aside, Path target) throws IOException {
            Closing.Outcome outcome = closing.correct(what, aside, target, run.reason());
            try (CloseFolder close = CloseFolder.openAside(aside, target)) {
              spec.commandLine()
                  .getOut()
                  .print(CorrectionTables.write(aside, what.previous(), close));
            }
            return outcome;
          }

          @Override
          public void sealed(Path target, Seal seal) {
            what.claim(target, seal);
          }

          @Override
          public void abandoned() throws IOException {
            what.release();
          }
        });
  }
}
