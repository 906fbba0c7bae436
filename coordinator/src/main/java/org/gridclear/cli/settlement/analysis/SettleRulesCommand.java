package org.gridclear.cli.settlement.analysis;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.process.Grid;
import org.gridclear.report.settlement.BookShadow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gridclear settle rules}: check, shadow run, approval of a book. */
@Command(
    name = "rules",
    description = {
      "Settle a closed month again with another book and show what it changes (shadow run).",
      "--by NAME proposes the book; --by OTHER --approve publishes it: the next run takes it, no"
          + " restart.",
      "Without CLOSE: --columns lists what formulas may name, --print prints the default book."
    })
public final class SettleRulesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private GridOptions gridOptions;
  @Mixin private ActorOptions acting;

  @Parameters(arity = "0..1", paramLabel = "CLOSE", description = "Folder of a close.")
  private Path folder;

  @Option(names = "--book", paramLabel = "FILE", description = "The book.")
  private Path book;

  @Option(names = "--approve", description = "Approve what somebody else proposed.")
  private boolean approve;

  @Mixin private BookTexts texts;

  @Override
  public Integer call() throws Exception {
    if ((folder == null) != (book == null) || (folder == null && !texts.asked())) {
      throw new IllegalArgumentException("Give CLOSE and --book, or --columns, or --print.");
    }
    if (folder == null && (approve || acting.named())) {
      throw new IllegalArgumentException(
          "--approve and --by are of a book: give CLOSE and --book.");
    }
    PrintWriter out = spec.commandLine().getOut();
    texts.print(out);
    return folder == null ? ExitCodes.DONE : shadow(out);
  }

  private int shadow(PrintWriter out) throws Exception {
    gridOptions.reach();
    Actor actor = acting.actor();
    if (acting.named()) {
      actor.require(Right.SETTLE);
    }
    if (approve && !acting.named()) {
      throw new IllegalArgumentException("Say who approves the book: --by NAME.");
    }
    try (BookShadow shadow = BookShadow.open(folder, book)) {
      long start = System.nanoTime();
      BookShadow.Seen seen;
      try (Grid grid = Grid.startLight(gridOptions)) {
        seen = shadow.run(grid.runs());
      }
      seen.lines().forEach(out::println);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(Locale.ROOT, "Shadow run of %s: %.1f s%n", folder, seconds);
      if (acting.named()) {
        out.println(shadow.decide(actor, approve, Clock.systemUTC()));
      }
      out.flush();
      return ExitCodes.clean(seen.billable());
    }
  }
}
