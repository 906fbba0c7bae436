package org.gridclear.cli.settlement;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gridclear.account.Actor;
import org.gridclear.account.Right;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.GridOptions;
import org.gridclear.cli.process.Grid;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.ShadowRun;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.input.SettlementColumn;
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
final class SettleRulesCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

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
    PrintWriter out = spec.commandLine().getOut();
    if (city) {
      out.print(RuleBookReader.cityText());
    }
    if (print) {
      out.print(RuleBookReader.defaultText());
    }
    if (columns) {
      for (SettlementColumn column : SettlementColumn.values()) {
        out.printf(
            "%-9s %-28s %-9s %d decimals%n",
            column.kind().name().toLowerCase(Locale.ROOT),
            column.label(),
            column.measure().unit(),
            column.measure().decimals());
      }
    }
    if (folder != null && book != null) {
      shadow(out);
    } else if (!print && !columns && !city) {
      throw new IllegalArgumentException("Give CLOSE and --book, or --columns, or --print.");
    }
    out.flush();
    return ExitCodes.DONE;
  }

  private void shadow(PrintWriter out) throws Exception {
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
      try (Grid grid = Grid.startLight(gridOptions)) {
        ShadowRun shadow =
            ShadowRun.of(close, proposed, grid.runs(), handle -> handle.result().join());
        show(shadow, close, out);
      }
      out.printf(
          Locale.ROOT, "Shadow run of %s: %.1f s%n", folder, (System.nanoTime() - start) / 1e9);
      RuleRegister register = new RuleRegister(Path.of(close.record().source()));
      if (acting.named()) {
        decide(register, text, actor, out);
      }
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

  private static void show(ShadowRun shadow, CloseFolder close, PrintWriter out) {
    shadow
        .items()
        .forEach(
            (code, totals) -> {
              if (totals[0] != totals[1]) {
                out.printf(
                    "  %-26s %20s -> %20s yuan%n",
                    code, FixedPoint.format(totals[0], 3), FixedPoint.format(totals[1], 3));
              }
            });
    long changed = Arrays.stream(shadow.changes()).filter(change -> change != 0).count();
    out.printf("%d of %d bills change; the most:%n", changed, shadow.changes().length);
    IntStream.range(0, shadow.changes().length)
        .boxed()
        .filter(e -> shadow.changes()[e] != 0)
        .sorted(Comparator.comparingLong(e -> -Math.abs(shadow.changes()[e])))
        .limit(SHOWN)
        .forEach(
            e ->
                out.printf(
                    "  %-10s %20s yuan%n",
                    close.month().entities().get(e).id(),
                    FixedPoint.format(shadow.changes()[e], 3)));
    shadow.closed().findings().forEach(finding -> out.println("  not billable: " + finding));
    out.printf("Residual %s yuan%n", FixedPoint.format(shadow.closed().residualMilliYuan(), 3));
  }
}
