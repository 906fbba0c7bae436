package org.gridclear.cli.settlement.analysis;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.process.Grid;
import org.gridclear.report.settlement.ShadowText;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.ShadowRun;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.register.RuleRegister;
import org.gridclear.settlement.rule.RuleBook;
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

  @Option(names = "--columns", description = "List the columns that formulas may name.")
  private boolean columns;

  @Option(names = "--print", description = "Print the default book.")
  private boolean print;

  @Option(names = "--print-city", description = "Print the book of a city's small plants.")
  private boolean city;

  @Override
  public Integer call() throws Exception {
    if ((folder == null) != (book == null) || (folder == null && !print && !columns && !city)) {
      throw new IllegalArgumentException("Give CLOSE and --book, or --columns, or --print.");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (city) {
      out.print(RuleBookReader.cityText());
    }
    if (print) {
      out.print(RuleBookReader.defaultText());
    }
    if (columns) {
      ShadowText.columns().forEach(out::println);
    }
    int ended = folder == null ? ExitCodes.DONE : shadow(out);
    out.flush();
    return ended;
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
    String text = Files.readString(book);
    RuleBook proposed = RuleBookReader.read(text, book.getFileName().toString());
    try (CloseFolder close = CloseFolder.open(folder)) {
      long start = System.nanoTime();
      ShadowRun shadow;
      try (Grid grid = Grid.startLight(gridOptions)) {
        shadow = ShadowRun.of(close, proposed, grid.runs(), handle -> handle.result().join());
        ShadowText.lines(shadow, close).forEach(out::println);
      }
      out.printf(
          Locale.ROOT, "Shadow run of %s: %.1f s%n", folder, (System.nanoTime() - start) / 1e9);
      if (acting.named()) {
        decide(new RuleRegister(Path.of(close.record().source())), text, actor, out);
      }
      return ExitCodes.clean(shadow.closed().billable());
    }
  }

  private void decide(RuleRegister register, String text, Actor actor, PrintWriter out)
      throws Exception {
    String detail = "book %s of %s".formatted(RuleRegister.hash(text), folder);
    String time = Instant.now().toString();
    if (!approve) {
      actor.perform("settle rules propose", detail, () -> register.propose(text, actor, time));
      out.printf("Proposed by %s; a second person approves with --approve.%n", actor.name());
      return;
    }
    actor.perform("settle rules approve", detail, () -> register.approve(text, actor, time));
    out.printf("Approved by %s; the next run takes it.%n", actor.name());
  }
}
